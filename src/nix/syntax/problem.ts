/** A place that Nix would refuse, and why. */
export interface Problem {
  /** In UTF-16 units of the text, as all places in trees. */
  readonly from: number;
  readonly to: number;
  readonly message: string;
}
