/** The prompt of a theme, drawn from data that says how it looks. */
import { withoutControls } from '../../text.js';
import { codesFor, type Depth } from './colours.js';

/** Where the right edge is, for what a prompt has there: as it was when the examples were drawn. */
const rightEdge = 71;

/** What the letters stand for that are short for the sample machine's names. */
const names: Readonly<Record<string, string>> = { U: 'leon', H: 'framework', N: 'nixos-config' };

/**
 * The lines of an example (`src/data/theme-examples.ts`), none wider than `width`. Nothing of it
 * reaches the terminal but letters and the codes of colours, whatever a theme printed.
 */
export function drawExample(example: string, width: number, depth: Depth): readonly string[] {
  const whole = example.replace(/[UHN]/g, (letter) => names[letter] ?? letter);
  return whole.split('\n').map((line) => drawLine(line, width, depth));
}

function drawLine(line: string, width: number, depth: Depth): string {
  const parts = line.split(/(&[\d;]*m)/);
  const letters = parts.filter((_, at) => at % 2 === 0).join('');
  const gap = Math.max(2, Math.min(width, rightEdge) - (letters.length - 1));
  let room = width;
  const drawn = parts.map((part, at) => {
    if (at % 2 === 1) return depth === 'none' ? '' : `\x1b[${codesFor(part.slice(1, -1), depth)}m`;
    const text = [...withoutControls(part.replace('\t', ' '.repeat(gap)))].slice(0, room).join('');
    room -= [...text].length;
    return text;
  });
  return depth === 'none' ? drawn.join('').trimEnd() : `${drawn.join('')}\x1b[0m`;
}
