/**
 * What the text of a hardware file says. Reading Nix is loaded when there is a text to read, so a
 * configuration for another computer does without.
 */

/** Whether a text sets anything at all: one that does not is no hardware file. */
export async function setsAnything(text: string): Promise<boolean> {
  const { definitions } = await import('../nix/definitions.js');
  return definitions(text).length > 0;
}

/** Where Nix would stop reading what was meant as a module, in words; nothing where it would not. */
export async function faultIn(text: string): Promise<string | undefined> {
  const { problems } = await import('../nix/syntax/parse.js');
  const [first] = text.includes('{') ? problems(text) : [];
  if (first === undefined) return undefined;
  const line = text.slice(0, first.from).split('\n').length;
  return `can't be read at line ${line}, so mend that line first: ${first.message}`;
}

/** The platform that a hardware file sets (`nixpkgs.hostPlatform`), also behind `lib.mkDefault`. */
export async function platformOf(hardware: string | undefined): Promise<string | undefined> {
  if (hardware === undefined) return undefined;
  const { definitions } = await import('../nix/definitions.js');
  const { stringValue } = await import('../nix/values.js');
  const found = definitions(hardware).find(({ path }) => platformOptions.has(path.join('.')));
  return found && stringValue(found.value);
}

/** The second is what 22.05 and before have, and what still works (nixpkgs' misc/nixpkgs.nix). */
const platformOptions: ReadonlySet<string> = new Set(['nixpkgs.hostPlatform', 'nixpkgs.system']);

/** Whether a hardware file is the placeholder that this program writes for another computer. */
export async function isPlaceholder(hardware: string): Promise<boolean> {
  const { definitions } = await import('../nix/definitions.js');
  return definitions(hardware).some(
    ({ path, value }) => path.join('.') === 'fileSystems' && /^throw\b/.test(value),
  );
}
