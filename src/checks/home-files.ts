/** Which files in the home are in the way of those that Home Manager writes. */
import type { Root } from '../machine/read.js';
import { definitions } from '../nix/definitions.js';
import { stringValue } from '../nix/values.js';
import type { Finding, Situation } from './check.js';
import { homeTargets } from './home-targets.js';
import { below, settings } from './settings.js';

type Needs = Pick<Situation, 'root' | 'files' | 'host' | 'username' | 'accounts' | 'mayEnter'>;

/**
 * A file that is in the way is moved to NAME.backup (`home-manager.backupFileExtension`). Where
 * that is taken too, or a link leads elsewhere, Home Manager stops and writes nothing at all
 * (modules/files/check-link-targets.sh).
 */
export function homeFiles(needs: Needs): Finding | undefined {
  const { root, files, host, username, accounts, mayEnter } = needs;
  const home = accounts.find(({ name }) => name === username)?.home;
  // a user who is new has no files yet
  if (home === undefined) return undefined;
  // somebody else's, where all would look as if nothing was there
  if (root.exists(home) && !mayEnter(home)) {
    return { mark: 'unknown', text: `${home} was not looked at: it is not yours` };
  }
  const all = settings(files, host);
  const extension = stringValue(
    below(all, 'home-manager').find(({ rest }) => rest[0] === 'backupFileExtension')?.value ?? '',
  );
  const looked = targets(files, host).map((file) => ({
    file,
    state: stateOf(root, `${home}/${file}`, extension),
  }));
  const names = (wanted: State) =>
    looked.filter(({ state }) => state === wanted).map(({ file }) => `~/${file}`);
  const [moved, stuck, links] = [names('moved'), names('stuck'), names('link')];
  if (stuck.length + links.length > 0) return inTheWay(stuck, links, extension);
  if (moved.length === 0) return { mark: 'good', text: 'No file of yours is in the way' };
  return {
    mark: 'good',
    text: `Home Manager moves ${moved.length === 1 ? 'a file' : `${moved.length} files`} of yours to NAME.${extension}`,
    notes: moved.map((file) => `  ${file}`),
  };
}

/** What becomes of a file: nothing is there, it is moved, it can't be moved, or it is a link. */
type State = 'free' | 'moved' | 'stuck' | 'link';

function stateOf(root: Root, path: string, extension: string | undefined): State {
  // a link that leads nowhere is replaced like nothing
  if (!root.exists(path)) return 'free';
  const link = root.link(path);
  if (link !== undefined)
    return /^\/nix\/store\/[^/]*-home-manager-files\//.test(link) ? 'free' : 'link';
  if (extension === undefined) return 'stuck';
  const backup = `${path}.${extension}`;
  return root.exists(backup) || root.link(backup) !== undefined ? 'stuck' : 'moved';
}

function inTheWay(
  stuck: readonly string[],
  links: readonly string[],
  extension: string | undefined,
): Finding {
  const files = [...stuck, ...links];
  return {
    mark: 'bad',
    text: `${files.length === 1 ? 'A file is' : `${files.length} files are`} in the way of Home Manager, which would stop there`,
    stops: 'change',
    fix: [
      ...(stuck.length > 0 && extension
        ? [`These have a .${extension} beside them already: move that one away.`]
        : []),
      ...(stuck.length > 0 && !extension ? ['Move these away:'] : []),
      ...stuck.map((file) => `  ${file}${extension ? `.${extension}` : ''}`),
      ...(links.length > 0 ? ['These are links, which it does not move: move them away.'] : []),
      ...links.map((file) => `  ${file}`),
    ],
  };
}

/** What the host's home imports writes, and what its files say themselves. */
function targets(files: ReadonlyMap<string, string>, host: string): readonly string[] {
  const home = files.get(`hosts/${host}/home.nix`) ?? '';
  const imported = [...home.matchAll(/modules\/home-manager\/([\w-]+)\.nix/g)].map(
    ([, name = '']) => name,
  );
  const own = [
    home,
    ...imported.map((name) => files.get(`modules/home-manager/${name}.nix`) ?? ''),
  ];
  const found = [
    ...imported.flatMap((name) => homeTargets[name] ?? []),
    ...own.flatMap((text) => definitions(text).flatMap(({ path }) => fileIn(path) ?? [])),
  ];
  return [...new Set(found)].sort();
}

const folders: Readonly<Record<string, string>> = {
  'home.file': '',
  'xdg.configFile': '.config/',
  'xdg.dataFile': '.local/share/',
};

/** The file behind `home.file.NAME`, `xdg.configFile.NAME` and `xdg.dataFile.NAME`. */
function fileIn(path: readonly string[]): string | undefined {
  const [first, second, name] = path;
  if (name === undefined) return undefined;
  const folder = folders[`${first}.${second}`];
  return folder === undefined ? undefined : `${folder}${name}`;
}
