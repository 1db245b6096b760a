/** The files of a plan, drawn as `tree` draws them. */
import type { FileState, PlannedFile } from '../repo/plan.js';
import type { Style } from './style.js';

interface Folder {
  readonly folders: Map<string, Folder>;
  readonly files: Map<string, FileState>;
}

const newFolder = (): Folder => ({ folders: new Map(), files: new Map() });

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
  const top = newFolder();
  for (const { path, state } of files) {
    const parts = path.split('/');
    let folder = top;
    for (const part of parts.slice(0, -1)) {
      const inner = folder.folders.get(part) ?? newFolder();
      folder.folders.set(part, inner);
      folder = inner;
    }
    folder.files.set(parts.at(-1) ?? '', state);
  }
  return [style.bold(title), ...below(top, '', style)];
}

function below(folder: Folder, indent: string, style: Style): readonly string[] {
  const entries = [
    ...[...folder.folders].map(([name, inner]) => ({ name, inner, state: undefined })),
    ...[...folder.files].map(([name, state]) => ({ name, inner: undefined, state })),
  ];
  return entries.flatMap(({ name, inner, state }, at) => {
    const isLast = at === entries.length - 1;
    const start = style.dim(`${indent}${isLast ? '└─' : '├─'} `);
    if (inner) {
      const deeper = below(inner, `${indent}${isLast ? '   ' : '│  '}`, style);
      return [`${start}${style.cyan(name)}`, ...deeper];
    }
    const remark = remarks[state ?? 'add'];
    const shown = state === 'add' ? style.green(name) : name;
    return [`${start}${shown}${remark ? style.dim(`  ${remark}`) : ''}`];
  });
}
