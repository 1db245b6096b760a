/**
 * Names in one text, with blanks and ends of lines between them and around them. To look for one in
 * it costs a run next to nothing; the list of hundreds is made where somebody wants them all.
 */
export class Words {
  constructor(private readonly text: string) {}

  /** Whether it is one of them, whole. */
  has(word: string): boolean {
    return !word.includes(' ') && this.text.replaceAll('\n', ' ').includes(` ${word} `);
  }

  /** All of them, in their order. */
  list(): readonly string[] {
    return this.text.trim().split(/\s+/);
  }
}
