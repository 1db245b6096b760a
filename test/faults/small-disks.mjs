// Runs the program on file systems that are a little larger each time, until it has room enough.
// It has to run in a mount namespace of its own. What came of each is printed as JSON.
//   small-disks.mjs FOLDER PROGRAM OLD|- blocks|inodes ARGS…
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const [folder, program, old, scarce, ...args] = process.argv.slice(2);
const target = path.join(folder, 'repo');
const most = 80;

function mount(...words) {
  const { status, stderr } = spawnSync('mount', words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`mount ${words.join(' ')}: ${stderr}`);
}

/** Path → kind, mode and content of all below the folder. */
function picture() {
  const names = fs.readdirSync(folder, { recursive: true }).sort();
  return Object.fromEntries(
    names.map((name) => {
      const file = path.join(folder, name);
      const stat = fs.lstatSync(file);
      const content = stat.isFile() ? fs.readFileSync(file) : Buffer.alloc(0);
      const kind = stat.isDirectory() ? 'folder' : 'file';
      const hash = createHash('sha1').update(content).digest('hex');
      return [name, `${kind} ${(stat.mode & 0o7777).toString(8)} ${hash}`];
    }),
  );
}

/** A file system with what was there before, and room for `room` pages or inodes more. */
function fill(room) {
  mount('-t', 'tmpfs', '-o', 'size=8m,nr_inodes=1000', 'tmpfs', folder);
  fs.writeFileSync(path.join(folder, 'filler'), 'x');
  if (old !== '-') fs.cpSync(old, target, { recursive: true });
  const { blocks, bfree, bsize, files, ffree } = fs.statfsSync(folder);
  const size = `size=${(blocks - bfree + room) * bsize}`;
  const inodes = `nr_inodes=${files - ffree + room}`;
  mount('-o', `remount,${scarce === 'blocks' ? size : inodes}`, folder);
}

const outcomes = [];
for (let room = 0; room <= most; room += 1) {
  fill(room);
  const before = picture();
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, target, ...args], {
    encoding: 'utf8',
  });
  outcomes.push({ room, code: status, stdout, stderr, before, after: picture() });
  spawnSync('umount', [folder]);
  if (status === 0) break;
}
process.stdout.write(JSON.stringify(outcomes));
