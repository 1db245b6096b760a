/** Something that has one of several values. */
export interface Factor {
  readonly name: string;
  readonly values: readonly string[];
}

/** A row: factor's name → value, in the order of the factors. */
export type Row = ReadonlyMap<string, string>;

/** What a factor can be after the values of a row. */
export interface Rules<F extends Factor, State> {
  begin(): State;
  open(row: State, factor: F): Promise<readonly string[] | undefined>;
  take(row: State, factor: F, value: string): void;
}

export function fill<F extends Factor, State>(
  factors: readonly F[],
  rules: Rules<F, State>,
  fixed: Row,
  choose: (factor: F, values: readonly string[], taken: Row) => string | Promise<string>,
): Promise<Row | undefined>;

export function coverPairs<F extends Factor, State>(
  factors: readonly F[],
  rules: Rules<F, State>,
  seed: number,
): Promise<{
  readonly rows: readonly Row[];
  readonly pairs: number;
  readonly impossible: readonly (readonly (readonly [string, string])[])[];
}>;
