/** The files of a plan, drawn as `tree` draws them. */
import type { FileState, PlannedFile } from '../repo/plan.js';
import type { Style } from './style.js';

/** What is in a folder, by name. */
type Folder = Map<string, Folder | FileState>;

/** What is said behind a file that is not simply new. */
const remarks: Readonly<Record<FileState, string>> = {
  add: '',
  same: 'there already',
  change: 'will be replaced',
  keep: 'differs, stays as it is',
};

/** One line for each folder and file, folders first, under a line for the repo itself. */
export function drawTree(
  title: string,
  files: readonly PlannedFile[],
  style: Style,
): readonly string[] {
  const top: Folder = new Map();
  for (const { path, state } of files) {
    const parts = path.split('/');
    const name = parts.pop() ?? '';
    parts.reduce(folderIn, top).set(name, state);
  }
  const lines = [style.bold(title)];
  drawInto(lines, top, '', style);
  return lines;
}

function folderIn(folder: Folder, name: string): Folder {
  const there = folder.get(name);
  if (there instanceof Map) return there;
  const made: Folder = new Map();
  folder.set(name, made);
  return made;
}

function drawInto(lines: string[], folder: Folder, indent: string, style: Style): void {
  const isFolder = (name: string) => folder.get(name) instanceof Map;
  const names = [...folder.keys()];
  const sorted = [...names.filter(isFolder), ...names.filter((name) => !isFolder(name))];
  sorted.forEach((name, at) => {
    const isLast = at === sorted.length - 1;
    const start = style.dim(`${indent}${isLast ? '└─' : '├─'} `);
    const entry = folder.get(name) ?? 'add';
    if (entry instanceof Map) {
      lines.push(`${start}${style.cyan(name)}`);
      drawInto(lines, entry, `${indent}${isLast ? '   ' : '│  '}`, style);
    } else {
      const remark = remarks[entry];
      const shown = entry === 'add' ? style.green(name) : name;
      lines.push(`${start}${shown}${remark && style.dim(`  ${remark}`)}`);
    }
  });
}
