/** A control character of Unicode (its category Cc): C0, DEL and C1. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const control = /[\u0000-\u001f\u007f-\u009f]/;

/** Whether `text` has no control character. */
export function isPrintable(text: string): boolean {
  return !control.test(text);
}

/** `text` without control characters. */
export function withoutControls(text: string): string {
  return text.replaceAll(new RegExp(control, 'g'), '');
}
