/** The control characters of Unicode (its category Cc): C0, DEL and C1. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controls = /[\u0000-\u001f\u007f-\u009f]/g;

/** `text` without control characters. */
export function withoutControls(text: string): string {
  return text.replace(controls, '');
}
