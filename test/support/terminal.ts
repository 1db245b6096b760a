/** Drives the built program in a pseudo-terminal, as somebody at a keyboard does. */
import os from 'node:os';
import pty from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { onTestFinished } from 'vitest';
import { environment, type Options, programFile } from './program.js';

/** What the keys of a keyboard send (xterm's control sequences). */
const keys = {
  enter: '\r',
  up: '\x1b[A',
  down: '\x1b[B',
  right: '\x1b[C',
  left: '\x1b[D',
  escape: '\x1b',
  backspace: '\x7f',
  tab: '\t',
  'ctrl-c': '\x03',
  'ctrl-d': '\x04',
  'ctrl-z': '\x1a',
  /** Clears a line of text up to the cursor. */
  'ctrl-u': '\x15',
} as const;

type Key = keyof typeof keys;

interface TerminalOptions extends Options {
  readonly columns?: number;
  readonly rows?: number;
  /** Started in place of the program's own file: a command that starts it, with its arguments. */
  readonly command?: readonly [file: string, ...args: string[]];
}

interface Exit {
  readonly code: number;
  /** The number of the signal that ended it, if one did. */
  readonly signal: number | undefined;
}

/** Bars and corners at the left of a line, which clack draws as a guide. */
const guide = /^[│┌└├─ ]+/gm;

/** How long a condition may take to come true: long, since a busy machine is no failure. */
const patience = 30_000;

interface Waiter {
  readonly isMet: () => boolean;
  readonly resolve: () => void;
  readonly reject: (why: string) => void;
}

/**
 * A window with the program in it. The program writes to a real pseudo-terminal, a terminal
 * emulator keeps what a person would see, and every wait is for something to be shown.
 *
 * @example
 * const terminal = new Terminal(['my-config'], { cwd, root });
 * await terminal.waitFor('◆ Hostname');
 * terminal.type('framework');
 * terminal.press('enter');
 * expect(await terminal.exit()).toEqual({ code: 0, signal: undefined });
 */
export class Terminal {
  /** All that was written, with its escape codes. */
  raw = '';
  private readonly process: pty.IPty;
  private readonly emulator: xterm.Terminal;
  private ended: Exit | undefined;
  private waiters: Waiter[] = [];

  constructor(args: readonly string[] = [], options: TerminalOptions = {}) {
    const { columns = 80, rows = 24 } = options;
    const [file, ...before] = options.command ?? [process.execPath, programFile];
    this.emulator = new xterm.Terminal({
      cols: columns,
      rows,
      scrollback: 5000,
      allowProposedApi: true,
    });
    this.process = pty.spawn(file, [...before, ...args], {
      cols: columns,
      rows,
      cwd: options.cwd ?? os.tmpdir(),
      env: { TERM: 'xterm-256color', ...environment(options) },
    });
    this.process.onData((data) => {
      this.raw += data;
      this.emulator.write(data, () => this.look());
    });
    this.process.onExit(({ exitCode, signal }) => {
      // what was written last is drawn before anybody hears of the end
      this.emulator.write('', () => {
        this.ended = { code: exitCode, signal: signal || undefined };
        this.look();
      });
    });
    onTestFinished(() => this.close());
  }

  get pid(): number {
    return this.process.pid;
  }

  /** The visible lines, top to bottom, without the empty ones at the end. */
  screen(): string {
    return this.lines(this.emulator.buffer.active.baseY).join('\n').trimEnd();
  }

  /** Everything that was shown, with what has scrolled out of the window. */
  scrolled(): string {
    return this.lines(0).join('\n').trimEnd();
  }

  /** The screen as it is read: without the bars at the side, and with line breaks as spaces. */
  text(): string {
    return this.prose(this.emulator.buffer.active.baseY);
  }

  /** {@link scrolled} as it is read. */
  wholeText(): string {
    return this.prose(0);
  }

  private lines(from: number): string[] {
    const { active } = this.emulator.buffer;
    return Array.from(
      { length: active.length - from },
      (_, at) => active.getLine(from + at)?.translateToString(true) ?? '',
    );
  }

  /** A line that the terminal broke at its edge is one line to its reader. */
  private prose(from: number): string {
    const { active } = this.emulator.buffer;
    let text = '';
    for (let at = from; at < active.length; at += 1) {
      const line = active.getLine(at);
      const goesOn = active.getLine(at + 1)?.isWrapped ?? false;
      text += `${line?.translateToString(!goesOn) ?? ''}${goesOn ? '' : '\n'}`;
    }
    return text.replace(guide, '').replace(/\s+/g, ' ').trim();
  }

  /** Resolves when the screen, as it is read, holds `wanted`; fails with the screen. */
  async waitFor(wanted: string | RegExp): Promise<void> {
    const shows = () => {
      const text = this.text();
      return typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);
    };
    await this.until(shows, `${wanted}`);
  }

  /** Resolves when a prompt with this message is open and drawn to its end. */
  async waitForPrompt(message: string): Promise<void> {
    const isOpen = () => {
      const isWhole = this.screen().split('\n').at(-1)?.startsWith('└') ?? false;
      return isWhole && this.text().includes(`◆ ${message}`);
    };
    await this.until(isOpen, `the prompt ${message}`);
  }

  /** Resolves when a condition holds; it is looked at after each change of the screen. */
  async until(isMet: () => boolean, description: string): Promise<void> {
    if (isMet()) return;
    await new Promise<void>((resolve, reject) => {
      const fail = (why: string) => {
        const screen = this.screen().replace(/^/gm, '  | ');
        reject(new Error(`waited for ${description}, but ${why}. The screen:\n${screen}`));
      };
      const timer = setTimeout(() => this.drop(waiter, 'it did not come'), patience);
      const waiter: Waiter = {
        isMet,
        resolve: () => {
          clearTimeout(timer);
          resolve();
        },
        reject: (why) => {
          clearTimeout(timer);
          fail(why);
        },
      };
      this.waiters.push(waiter);
      this.look();
    });
  }

  private drop(waiter: Waiter, why: string): void {
    this.waiters = this.waiters.filter((other) => other !== waiter);
    waiter.reject(why);
  }

  private look(): void {
    for (const waiter of [...this.waiters]) {
      if (waiter.isMet()) {
        this.waiters = this.waiters.filter((other) => other !== waiter);
        waiter.resolve();
      } else if (this.ended) {
        this.drop(waiter, `the program ended with ${JSON.stringify(this.ended)}`);
      }
    }
  }

  /** Draws the window wider or narrower, as somebody does by its corner. */
  resize(columns: number, rows: number): void {
    this.emulator.resize(columns, rows);
    this.process.resize(columns, rows);
  }

  type(text: string): void {
    this.process.write(text);
  }

  press(...names: readonly Key[]): void {
    for (const name of names) this.process.write(keys[name]);
  }

  /** Waits for something to be shown, then presses Enter. */
  async enterAt(wanted: string | RegExp): Promise<void> {
    await this.waitFor(wanted);
    this.press('enter');
  }

  /** How the program ended, once it has. */
  async exit(): Promise<Exit> {
    await this.until(() => this.ended !== undefined, 'the end of the program');
    return this.ended as Exit;
  }

  /** Whether the cursor is left visible: what was said last of it counts (DECTCEM). */
  get showsCursor(): boolean {
    return this.raw.lastIndexOf('\x1b[?25h') >= this.raw.lastIndexOf('\x1b[?25l');
  }

  /** Closes the window, as its button does. What does not end by itself then is killed. */
  private close(): void {
    if (this.ended === undefined) this.process.kill('SIGKILL');
    this.emulator.dispose();
  }
}
