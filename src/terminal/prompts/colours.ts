/** Colours as the terminal can show them: blocks of them, and text that brings its own. */
import type { Style } from '../style.js';

/** Whether a terminal shows every colour, 256 of them, or none. */
export type Depth = 'every' | '256' | 'none';

/**
 * What a terminal shows, by the convention that it says so in COLORTERM. One that does not say it
 * takes 256 colours, as every terminal of the last twenty years does; Linux's console takes the
 * nearest of its own.
 */
export function depthOf(style: Style, env: Readonly<Record<string, string | undefined>>): Depth {
  if (style.dim('x') === 'x') return 'none';
  return /^(truecolor|24bit)$/.test(env['COLORTERM'] ?? '') ? 'every' : '256';
}

/** A block of each colour (six hex digits), `width` columns wide. */
export function blocks(colours: readonly string[], width: number, depth: Depth): string {
  if (depth === 'none' || colours.length === 0) return '';
  const drawn = colours.map((hex) => `\x1b[${code(48, rgb(hex), depth)}m${' '.repeat(width)}`);
  return `${drawn.join('')}\x1b[0m`;
}

type Rgb = readonly [red: number, green: number, blue: number];

function rgb(hex: string): Rgb {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) =>
    Number.parseInt(hex.slice(at, at + 2), 16),
  );
  return [red, green, blue];
}

/** The code for a colour of letters (38) or of what is behind them (48). */
function code(layer: number, colour: Rgb, depth: Depth): string {
  return depth === 'every' ? `${layer};2;${colour.join(';')}` : `${layer};5;${nearest(colour)}`;
}

/** The steps of the cube of 6 × 6 × 6 colours that 256 colours hold, as xterm has them. */
const steps = [0, 95, 135, 175, 215, 255];

/** The nearest of the 240 colours that are the same everywhere: a cube, then greys. */
function nearest(colour: Rgb): number {
  const [red, green, blue] = colour.map(nearestStep) as [number, number, number];
  const inCube: Rgb = [steps[red] ?? 0, steps[green] ?? 0, steps[blue] ?? 0];
  const average = (colour[0] + colour[1] + colour[2]) / 3;
  const grey = Math.max(0, Math.min(23, Math.round((average - 8) / 10)));
  const level = 8 + 10 * grey;
  return distance(colour, [level, level, level]) < distance(colour, inCube)
    ? 232 + grey
    : 16 + 36 * red + 6 * green + blue;
}

function nearestStep(value: number): number {
  const distances = steps.map((step) => Math.abs(step - value));
  return distances.indexOf(Math.min(...distances));
}

function distance(one: Rgb, other: Rgb): number {
  return one.reduce((sum, value, at) => sum + (value - (other[at] ?? 0)) ** 2, 0);
}

/** Codes of a text that brings its colours, for this terminal: `38;2;R;G;B` may be too much. */
export function codesFor(codes: string, depth: Depth): string {
  if (depth === 'every') return codes;
  return codes.replace(
    /\b([34]8);2;(\d+);(\d+);(\d+)/g,
    (_, layer: string, ...channels: string[]) =>
      code(Number(layer), [Number(channels[0]), Number(channels[1]), Number(channels[2])], depth),
  );
}
