/**
 * Names in one text, with blanks and ends of lines between them and around them. To look for one in
 * it costs a run next to nothing; the list of hundreds is made where somebody wants them all.
 */
export class Words {
  constructor(private readonly text: string) {}

  /** Whether it is one of them, whole. */
  has(word: string): boolean {
    if (!/^\S+$/.test(word)) return false;
    let at = this.text.indexOf(word);
    while (at >= 0 && !this.isWhole(at, at + word.length)) at = this.text.indexOf(word, at + 1);
    return at >= 0;
  }

  private isWhole(start: number, end: number): boolean {
    return this.isGap(start - 1) && this.isGap(end);
  }

  private isGap(at: number): boolean {
    return this.text[at] === ' ' || this.text[at] === '\n';
  }

  /** All of them, in their order. */
  list(): readonly string[] {
    return this.text.trim().split(/\s+/);
  }
}
