/** What differs between the file that is there and the one that would be written. */
import { createTwoFilesPatch } from 'diff';
import type { PlannedFile } from '../repo/plan.js';
import type { Style } from './style.js';

/** A unified diff's lines, from what is there to what would be written, without its header. */
export function drawDiff({ before, text, bytes }: PlannedFile, style: Style): readonly string[] {
  if (bytes !== undefined) return [style.dim('not a text: no lines to show')];
  const patch = createTwoFilesPatch('there', 'new', before ?? '', text);
  const start = patch.indexOf('\n@@');
  return patch
    .slice(start + 1)
    .trimEnd()
    .split('\n')
    .map((line) => {
      if (line.startsWith('+')) return style.green(line);
      return line.startsWith('-') ? style.red(line) : style.dim(line);
    });
}
