/** The lines of a text, by where they begin. */
export class Lines {
  private readonly starts: number[] = [0];

  constructor(readonly text: string) {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
      this.starts.push(at + 1);
    }
  }

  get count(): number {
    return this.starts.length;
  }

  /** The line that a place is on, from 0. */
  at(place: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  start(line: number): number {
    return this.starts[line] ?? this.text.length;
  }

  /** Behind the line's last letter, before what ends it. */
  end(line: number): number {
    return this.starts[line + 1] === undefined ? this.text.length : this.start(line + 1) - 1;
  }

  /** The text of a line without what ends it; of CRLF, the CR is still there. */
  textOf(line: number): string {
    return this.text.slice(this.start(line), this.end(line));
  }

  isBlank(line: number): boolean {
    return this.textOf(line).trim() === '';
  }
}
