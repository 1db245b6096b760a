/** Sets and lists that are commented out, line by line. */
import type { Remark } from './lines.js';

/** The comments of a text; one that stays keeps the others of its set or list. */
export function withWholeBlocks(text: string, remarks: readonly Remark[]): readonly Remark[] {
  return blocksOf(text, remarks).flatMap((block) => {
    const mayGo = block.every((remark) => remark.mayGo);
    return block.map((remark) => ({ ...remark, mayGo }));
  });
}

/** The comments in groups: from what opens something to what closes it, with no code between. */
function blocksOf(text: string, remarks: readonly Remark[]): readonly (readonly Remark[])[] {
  const blocks: Remark[][] = [];
  let depth = 0;
  let end = 0;
  for (const remark of remarks) {
    const last = blocks.at(-1);
    if (depth > 0 && text.slice(end, remark.from).trim() === '') last?.push(remark);
    else {
      blocks.push([remark]);
      depth = 0;
    }
    depth += depthOf(text.slice(remark.from, remark.to));
    end = remark.to;
  }
  return blocks;
}

function depthOf(comment: string): number {
  const count = (marks: RegExp) => comment.match(marks)?.length ?? 0;
  return count(/[{[]/g) - count(/[}\]]/g);
}
