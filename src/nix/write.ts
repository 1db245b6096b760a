/**
 * Writes values as Nix source, so that Nix reads back exactly what went in.
 *
 * What has to be escaped is in the Nix manual, "String literal": in "…" a backslash, a quote and
 * `${`; in ''…'' two single quotes and `${`.
 */

/** Words that Nix reads as something else where a name stands (its lexer's keywords). */
const keywords = new Set([
  'assert',
  'else',
  'if',
  'in',
  'inherit',
  'let',
  'or',
  'rec',
  'then',
  'with',
]);

/** `text` as it stands between the quotes of a "…" string. */
export function insideString(text: string): string {
  return text
    .replace(/[\\"]/g, '\\$&')
    .replace(/\$(?=\$*(?:\{|$))/g, '\\$')
    .replace(/\n/g, '\\n')
    .replace(/\r/g, '\\r')
    .replace(/\t/g, '\\t');
}

/** `text` as a Nix string, quotes and all. */
export function nixString(text: string): string {
  return `"${insideString(text)}"`;
}

/** `text` as it stands between the quotes of a ''…'' string. Takes a single line only. */
export function insideIndentedString(text: string): string {
  if (/[\n\r\t]/.test(text)) throw new Error(`not one line: ${JSON.stringify(text)}`);
  return text.replace(/'(?=['$]|$)/g, "''\\'").replace(/\$(?=\$*(?:\{|$))/g, "''$");
}

/** `name` as an attribute name: bare where Nix takes it bare, else quoted. */
export function attributeName(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_'-]*$/.test(name) && !keywords.has(name) ? name : nixString(name);
}
