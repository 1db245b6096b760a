/** Asks for a yes to each of some differences, by its name. Loaded only where somebody is there. */
import { Interrupted } from '../errors.js';
import { whileOpen } from '../terminal/prompts/attended.js';
import type { Entry } from '../terminal/prompts/draw-list.js';
import { roomForHelp } from '../terminal/prompts/frame.js';
import { shortened } from '../terminal/prompts/line.js';
import { takeSeveral } from '../terminal/prompts/list.js';
import type { Style } from '../terminal/style.js';
import { wrap } from '../terminal/wrap.js';
import type { Judged } from './difference.js';
import { broken, whatBecame } from './draw.js';

interface Window {
  readonly style: Style;
  /** The width to draw for. */
  readonly columns: number;
  readonly signal: AbortSignal;
}

/** Whether each of them got its yes; none has one to begin with. */
export async function yesByName(rows: readonly Judged[], window: Window): Promise<boolean> {
  const { style, columns, signal } = window;
  const question = rows.length === 1 ? 'May this go?' : 'Which of these may go?';
  const help = 'The system is switched only with a yes to each of them.';
  const lines = columns >= roomForHelp ? wrap(help, columns) : [];
  const list = {
    message: [question, ...lines.map((line) => style.dim(line))],
    entries: rows.map((row, at) => entryOf(row, at, window)),
    style,
    validate: async () => undefined,
  };
  const taken = await whileOpen(signal, (own) => takeSeveral({ ...list, signal: own }, []));
  signal.throwIfAborted();
  if (typeof taken === 'symbol' || taken === undefined) throw new Interrupted();
  return taken.length === rows.length;
}

/** Columns that a list has at the left of a name. */
const boxes = 6;

function entryOf(row: Judged, at: number, { style, columns }: Window): Entry {
  const lines = (width: number) =>
    [row.name, ...wrap(whatBecame(row), width)].flatMap((line) => broken(line, width));
  return {
    // two differences may be of one option: of a list what is gone, and of another what changed
    value: `${at} ${row.name}`,
    label: shortened(row.name, columns - boxes),
    details: (width) => lines(width).map((line) => style.dim(line)),
  };
}
