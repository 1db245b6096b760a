/** Whether git knows every file: a flake in a git repo consists of those that it tracks. */
import type { Finding, Situation } from './check.js';

export async function tracked({
  git,
  files,
}: Pick<Situation, 'git' | 'files'>): Promise<Finding | undefined> {
  const known = await git('ls-files', '-z');
  // without git, Nix takes all that lies in the folder
  if (known === undefined) return undefined;
  const untracked = await git('ls-files', '-z', '--others', '--exclude-standard');
  const names = new Set(known.split('\0'));
  const missing = new Set([
    ...[...files.keys()].filter((file) => !names.has(file)),
    ...(untracked ?? '').split('\0').filter((file) => file.endsWith('.nix')),
  ]);
  if (missing.size === 0) return { mark: 'good', text: 'git knows every file' };
  const shown = [...missing].slice(0, 5).map((file) => `  ${file}`);
  const rest = missing.size - shown.length;
  return {
    mark: 'bad',
    text: `git does not know ${missing.size === 1 ? 'a file' : `${missing.size} files`}, so Nix does not see ${missing.size === 1 ? 'it' : 'them'}`,
    stops: 'build',
    fix: [...shown, ...(rest > 0 ? [`  and ${rest} more`] : []), 'In the repo:', '  git add --all'],
  };
}
