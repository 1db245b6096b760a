/**
 * A prompt while it is open, and somebody presses Ctrl-D or Ctrl-Z. Both end clack's core without a
 * word: it doesn't hear that Node's readline has closed or paused the input, and with nothing left
 * to wait for the process is over.
 */
import { showCursor } from '../spinner.js';

/** What an open prompt has within, which its types keep to themselves. */
interface Inner {
  /** Its line editor; none where a signal came before it was opened. */
  readonly rl?: NodeJS.EventEmitter;
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WritableStream;
  readonly render: () => void;
  readonly close: () => void;
  state: string;
  /** What it has drawn last; only what differs from it is drawn anew. */
  _prevFrame: string;
}

/** Opens a prompt and stays with it until it is answered. */
export function attended<Answered>(prompt: { prompt(): Answered }): Answered {
  const answered = prompt.prompt();
  const inner = prompt as unknown as Inner;
  // the key itself is still on its way to the prompt
  inner.rl?.on('close', () => setImmediate(() => cancel(inner)));
  // while somebody listens, readline leaves it to them
  inner.rl?.on('SIGTSTP', () => goToBackground(inner));
  return answered;
}

/**
 * Hands a prompt a signal that is its own, for as long as it is open: clack's core listens for good,
 * and ends each of its prompts once more, with a line break, when the program is stopped later.
 */
export async function whileOpen<T>(
  signal: AbortSignal,
  ask: (own: AbortSignal) => Promise<T>,
): Promise<T> {
  const own = new AbortController();
  const stop = () => own.abort();
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop);
  try {
    return await ask(own.signal);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** The end of the input stops as Ctrl-C does; a prompt that is answered closes its input too. */
function cancel(inner: Inner): void {
  if (isClosed(inner)) return;
  inner.state = 'cancel';
  inner.render();
  inner.close();
}

function isClosed({ state }: Inner): boolean {
  return state === 'submit' || state === 'cancel';
}

/** Time for the signal to stop us, in milliseconds: they pass when we run again. */
const untilStopped = 50;

/**
 * Stops the whole process group, as the terminal itself does outside of a prompt: were it this
 * process alone, npm above it would wait for it, and the shell for npm.
 */
function goToBackground(inner: Inner): void {
  inner.input.setRawMode(false);
  inner.output.write(`\n${showCursor}`);
  setTimeout(() => comeBack(inner), untilStopped);
  process.kill(0, 'SIGTSTP');
}

/** Draws the whole prompt again, below what the shell has written meanwhile. */
function comeBack(inner: Inner): void {
  if (isClosed(inner)) return;
  inner.input.setRawMode(true);
  inner._prevFrame = '';
  inner.state = 'initial';
  inner.render();
}
