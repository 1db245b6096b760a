/** Moves a staged tree into a target that is there, so that every step of it can be taken back. */
import path from 'node:path';
import fs from 'fs-extra';

/** What the moving needs of who carries out the plan. */
export interface Grafting {
  /** Where replaced files are kept until all is done. */
  readonly old: string;
  /** Gets a function for each step, which takes that step back. */
  readonly undo: (() => void)[];
  /** Called between two steps; throws where the work is to stop. */
  readonly listen: () => Promise<void>;
}

/** Moves all that is in `staged` to `place`: what is absent there at once, the rest file by file. */
export async function graft(staged: string, place: string, grafting: Grafting): Promise<void> {
  const names = fs.readdirSync(staged);
  const isLast = (name: string) => Number(name === 'flake.nix');
  for (const name of names.sort((a, b) => isLast(a) - isLast(b))) {
    await move(path.join(staged, name), path.join(place, name), name, grafting);
  }
}

async function move(
  staged: string,
  final: string,
  name: string,
  grafting: Grafting,
): Promise<void> {
  await grafting.listen();
  const isFolder = fs.statSync(staged).isDirectory();
  if (!fs.existsSync(final)) {
    const placed = isFolder ? filesBelow(staged) : [''];
    fs.renameSync(staged, final);
    grafting.undo.push(() => takeBack(final, placed));
  } else if (isFolder) {
    for (const inner of fs.readdirSync(staged)) {
      await move(
        path.join(staged, inner),
        path.join(final, inner),
        path.join(name, inner),
        grafting,
      );
    }
  } else replace(staged, final, path.join(grafting.old, name), grafting);
}

/** The old file keeps its time, owner and mode; the new one takes owner and mode over. */
function replace(staged: string, final: string, old: string, { undo }: Grafting): void {
  fs.copySync(final, old, { preserveTimestamps: true });
  const { mode, uid, gid } = fs.statSync(final);
  fs.chmodSync(staged, mode);
  if (process.getuid?.() === 0) {
    fs.chownSync(staged, uid, gid);
    fs.chownSync(old, uid, gid);
  }
  fs.renameSync(staged, final);
  undo.push(() => fs.renameSync(old, final));
}

function filesBelow(folder: string): readonly string[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
}

/** Takes away what was placed, and the folders that are empty without it. */
function takeBack(final: string, placed: readonly string[]): void {
  for (const file of placed) {
    let at = path.join(final, file);
    fs.removeSync(at);
    while (at !== final) {
      at = path.dirname(at);
      if (fs.readdirSync(at).length > 0) break;
      fs.rmdirSync(at);
    }
  }
}
