import type { Edit } from '../nix/edit.js';

/** Edits without those that are there already or within another, and none that joins two words. */
export function disjoint(text: string, edits: readonly Edit[]): readonly Edit[] {
  const sorted = [...edits].sort((a, b) => a.from - b.from || b.to - a.to);
  const kept: Edit[] = [];
  for (const edit of sorted) {
    const last = kept.at(-1);
    const isTwice = last?.from === edit.from && last.to === edit.to && last.text === edit.text;
    if (!isTwice && edit.from >= (last?.to ?? 0)) kept.push(edit);
  }
  return kept.map((edit) => apart(text, edit));
}

/** What ends or begins a word, a number or a path; `x<nixpkgs>` is two. */
const inWord = /[\w'./+~-]/;

/** Names with dots between them, of which an attribute can be selected without more. */
const isPath = /^[a-z_][\w'-]*(?:\.[a-z_][\w'-]*)*$/i;

function apart(text: string, edit: Edit): Edit {
  if (edit.from === edit.to) return edit;
  const [before = '', after = ''] = [text[edit.from - 1], text[edit.to]];
  const isWord = (letter: string | undefined) => inWord.test(letter ?? '');
  if (edit.text === '') return isWord(before) && isWord(after) ? { ...edit, text: ' ' } : edit;
  const start = isWord(before) && isWord(edit.text[0]) ? ' ' : '';
  const isSelected =
    isPath.test(edit.text) && /^\.[a-z_"$]/i.test(text.slice(edit.to, edit.to + 2));
  const end = isWord(edit.text.at(-1)) && isWord(after) && !isSelected ? ' ' : '';
  return { ...edit, text: start + edit.text + end };
}
