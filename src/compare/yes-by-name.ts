/** Asks for a yes to each of some differences, by its name. Loaded only where somebody is there. */
import { Interrupted } from '../errors.js';
import type { Entry } from '../terminal/prompts/draw-list.js';
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

/** A window that is narrower has no room for more than the question itself. */
const roomForHelp = 60;

/** Whether each of them got its yes; none has one to begin with. */
export async function yesByName(rows: readonly Judged[], window: Window): Promise<boolean> {
  const { style, columns, signal } = window;
  const question = rows.length === 1 ? 'May this go?' : 'Which of these may go?';
  const help = 'The system is switched only with a yes to each of them.';
  const lines = columns >= roomForHelp ? wrap(help, columns) : [];
  const taken = await takeSeveral(
    {
      message: [question, ...lines.map((line) => style.dim(line))],
      entries: rows.map((row, at) => entryOf(row, at, window)),
      style,
      // a signal for each prompt, since clack leaves its listeners on the one that it gets
      signal: AbortSignal.any([signal]),
      validate: async () => undefined,
    },
    [],
  );
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

/** Beginning and end of a name: of two disks, it is the end that differs. */
function shortened(name: string, width: number): string {
  if (name.length <= width) return name;
  const end = Math.floor((width - 1) / 2);
  return `${name.slice(0, width - 1 - end)}…${name.slice(name.length - end)}`;
}
