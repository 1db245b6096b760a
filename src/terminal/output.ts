/** Where the program writes to: the two streams, each with its own style. */
import { type Style, signs } from './style.js';
import { wrap, wrapProse } from './wrap.js';

/** The parts of a stream that are needed, so that a test can hand in its own. */
export interface Stream {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

/** How a step shows itself; the terminal, a pipe and `--json` each have their own. */
export interface Progress {
  update(text: string): void;
  done(text: string): void;
  /** The step was left out or has to wait; not a failure. */
  note(text: string, lines?: readonly string[]): void;
  failed(text: string, lines?: readonly string[]): void;
}

/** How the program shows what it does. The terminal, a pipe and `--json` each have their own. */
export interface Output {
  readonly style: Style;
  /** The width to draw for. */
  readonly columns: number;
  /** A block of lines under a title of its own. */
  block(title: string, lines: readonly string[]): void;
  /** Something to be careful about. */
  warn(text: string): void;
  /** A step that begins now. */
  start(title: string): Progress;
  /** The last words. */
  end(text: string): void;
}

/** Plain lines, one after the other, for a pipe or a terminal where nothing is asked. */
export class PlainOutput implements Output {
  readonly columns: number;
  /** Whether the last line is a step's, which what comes next stands apart from. */
  private follows = false;

  constructor(
    private readonly stream: Stream,
    readonly style: Style,
  ) {
    // what goes to a file or a pipe is for programs that look for a line, so none is broken
    this.columns = stream.columns ?? Number.POSITIVE_INFINITY;
  }

  /** In one write: each of them is a call of the system. */
  private lines(lines: readonly string[]): void {
    this.stream.write(`${lines.join('\n')}\n`);
  }

  block(title: string, lines: readonly string[]): void {
    const before = this.follows ? [''] : [];
    this.follows = false;
    const heading = title ? [this.style.bold(title)] : [];
    this.lines([...before, ...heading, ...lines.map((line) => line && `  ${line}`), '']);
  }

  warn(text: string): void {
    this.lines([...wrap(text, this.columns).map((line) => this.style.yellow(line)), '']);
  }

  start(title: string): Progress {
    const say = (mark: string, text: string, lines: readonly string[] = []) => {
      this.follows = true;
      const [first, ...rest] = wrapProse([text, ...lines], this.columns - 2);
      this.lines([`${mark} ${first}`, ...rest.map((line) => `  ${line}`)]);
    };
    if (this.stream.isTTY) this.lines([this.style.dim(`${title} …`)]);
    return {
      update: () => undefined,
      done: (text) => say(this.style.green(signs.good), text),
      note: (text, lines) => say(this.style.yellow('!'), text, lines),
      failed: (text, lines) => say(this.style.red(signs.bad), text, lines),
    };
  }

  end(text: string): void {
    this.lines([text]);
  }
}

/** Says nothing on its own; what went wrong goes to standard error. */
export class SilentOutput implements Output {
  readonly columns = 80;

  constructor(
    private readonly errors: Stream,
    readonly style: Style,
  ) {}

  block(): void {}

  warn(text: string): void {
    this.errors.write(`${this.style.yellow(text)}\n`);
  }

  start(): Progress {
    const say = (text: string, lines: readonly string[] = []) => {
      for (const line of [text, ...lines]) this.errors.write(`${line}\n`);
    };
    return { update: () => undefined, done: () => undefined, note: say, failed: say };
  }

  end(): void {}
}
