/**
 * A line that shows that something goes on. clack's own puts the terminal into raw mode and ends
 * the process on Ctrl-C, which would leave no chance to say what stands and what does not.
 */
import { S_BAR, unicodeOr } from '@clack/prompts';
import type { Stream } from './output.js';
import type { Style } from './style.js';

const frames = [...unicodeOr('◒◐◓◑', '-\\|/')];
const everyMilliseconds = 100;
const hideCursor = '\x1b[?25l';
export const showCursor = '\x1b[?25h';
const clearLine = '\r\x1b[K';

export class Spinner {
  private timer: NodeJS.Timeout | undefined;
  private frame = 0;

  constructor(
    private readonly stream: Stream,
    private text: string,
    style: Style,
    signal: AbortSignal,
  ) {
    signal.addEventListener('abort', () => this.stop(), { once: true });
    this.stream.write(`${style.dim(S_BAR)}\n${hideCursor}`);
    this.draw();
    this.timer = setInterval(() => this.draw(), everyMilliseconds);
  }

  update(text: string): void {
    this.text = text;
  }

  /** Takes the line away, and puts `line` in its place if there is one. */
  stop(line?: string): void {
    if (this.timer === undefined) return;
    clearInterval(this.timer);
    this.timer = undefined;
    this.stream.write(`${clearLine}${showCursor}${line === undefined ? '' : `${line}\n`}`);
  }

  private draw(): void {
    this.stream.write(`${clearLine}${frames[this.frame % frames.length]}  ${this.text}`);
    this.frame += 1;
  }
}
