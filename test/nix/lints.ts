/**
 * What the linters that `--repo-with checks` brings would say, as far as it can be told from a text
 * that is laid out as nixfmt does: the rules that a template can break without being wrong.
 */

/** A colour in a string is none. */
const comment = /(?<=^|\s)# .*$/gm;

/** Everything of that kind in a file. */
export function lints(text: string): readonly string[] {
  return [...repeatedKeys(text), ...unusedArguments(text), ...emptyPatterns(text)];
}

/** statix W20: three values of one set whose paths begin with the same name. */
function repeatedKeys(text: string): readonly string[] {
  const found: string[] = [];
  // the sets around a line, by how far their values are indented
  let sets: { readonly indent: number; readonly keys: string[] }[] = [];
  for (const line of withoutStrings(text).split('\n')) {
    const [, space = '', key] = /^( *)([A-Za-z_][\w'-]*)\.[^=]*=(?!=)/.exec(line) ?? [];
    const indent = line.search(/\S/);
    if (indent >= 0) sets = sets.filter((set) => set.indent <= indent);
    if (key === undefined) continue;
    if (sets.at(-1)?.indent !== space.length) sets.push({ indent: space.length, keys: [] });
    const { keys = [] } = sets.at(-1) ?? {};
    keys.push(key);
    if (keys.filter((other) => other === key).length === 3) found.push(`${key} three times`);
  }
  return found;
}

/** deadnix: an argument of the file that nothing in it uses. */
function unusedArguments(text: string): readonly string[] {
  const [, header = '', body = ''] = /^(?:#.*\n)*\{([^{}]*)\}:\n([\s\S]*)$/.exec(text) ?? [];
  const names = header.match(/[A-Za-z_][\w'-]*/g) ?? [];
  const code = body.replace(comment, '');
  return names
    .filter((name) => !new RegExp(`(?<![\\w'.-])${name}(?![\\w'-])`).test(code))
    .map((name) => `${name} is not used`);
}

/** statix W10: `{ ... }:` where `_:` says the same. */
function emptyPatterns(text: string): readonly string[] {
  return /\{ \.\.\. \}:/.test(withoutStrings(text)) ? ['an empty pattern'] : [];
}

/** Without what stands in strings of several lines, and without comments. */
function withoutStrings(text: string): string {
  return text.replace(/''\n[\s\S]*?\n *''/g, "''").replace(comment, '');
}
