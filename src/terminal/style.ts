/** Colours, for one stream at a time: each decides for itself whether it shows them. */

export interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly cyan: (text: string) => string;
}

/** What stands before a line. The font of Linux's own console has letters, and none of the signs. */
export const signs =
  process.env['TERM'] === 'linux'
    ? { good: '+', bad: 'x', unknown: '-' }
    : { good: '✔', bad: '✖', unknown: '–' };

const plain = (text: string) => text;

/** Text as it is. */
const withoutColour: Style = {
  bold: plain,
  dim: plain,
  red: plain,
  green: plain,
  yellow: plain,
  cyan: plain,
};

/** The style for a stream: none in a pipe, with `NO_COLOR` (no-color.org) or on a dumb terminal. */
export async function styleFor(
  stream: { readonly isTTY?: boolean | undefined },
  env: Readonly<Record<string, string | undefined>>,
): Promise<Style> {
  const wanted = stream.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
  if (!wanted) return withoutColour;
  const { default: kleur } = await import('kleur');
  kleur.enabled = true;
  return kleur;
}
