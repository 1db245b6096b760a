/** The files that modules name: taken along, and named by where they stand then. */
import { posix } from 'node:path';
import type { Root } from '../machine/read.js';
import type { Definition, Span } from '../nix/definitions.js';
import { applyEdits, type Edit } from '../nix/edit.js';
import { parsed } from '../nix/parsed.js';
import { problems, type Tree } from '../nix/syntax/parse.js';
import type { RepoFile } from '../repo/file.js';
import type { Fate } from './account.js';
import type { Companions } from './companions.js';
import { disjoint } from './disjoint.js';
import { type Finding, refusals } from './flakes.js';
import { withArguments } from './formals.js';
import { isInstallerComment } from './installer-comments.js';
import type { NewInput } from './known-sources.js';
import type { OldModule } from './module.js';
import { resolvedPath } from './paths.js';
import type { Places } from './places.js';
import { type Reference, referencesIn } from './references.js';
import type { Channels } from './sources.js';
import { takeOut } from './take-out.js';
import { around, lineAt } from './tree.js';

/** Where files are made or mounted while the machine runs: they are no part of a configuration. */
const ofTheMachine = /^\/(dev|proc|run|sys|tmp|var\/run)(\/|$)/;

/** Options whose file is read when a service starts, not when the system is built. */
const readLater = /(File|Path|Key|Secret)s?$/;

/**
 * Named as those are, but read when the system is built: security/ca.nix, networking's hostFiles,
 * services/networking/ssh/sshd.nix, programs/ssh.nix, hardware/device-tree.nix, xkb's extraLayouts
 * in nixpkgs, and sops-nix's sopsFile.
 */
const readBefore =
  /^(certificateFiles|hostFiles|(authorizedK|k)eyFiles|publicKeyFile|dt(s|bo)File|(symbols|types|keycodes|compat|geometry)File|(defaultS|s)opsFile)$/;

export class FileReferences {
  readonly inputs: NewInput[] = [];
  /** The texts of modules of the user's home that are files of their own. */
  readonly homes: string[] = [];
  private readonly seen = new Set<string>();

  constructor(
    private readonly folder: string,
    private readonly root: Root,
    private readonly places: Places,
    private readonly companions: Companions,
    private readonly channels: Channels,
  ) {}

  get files(): readonly RepoFile[] {
    return this.companions.files;
  }

  /** The file that a path leads to from another; `/etc/nixos` is where the configuration was. */
  resolved(from: string, path: string): string {
    const target = resolvedPath(posix.dirname(from), path);
    return this.here(target);
  }

  private here(target: string): string {
    return target === '/etc/nixos'
      ? this.folder
      : target.replace(/^\/etc\/nixos(?=\/)/, this.folder);
  }

  /** Takes along what a module names; where it is edited, names it as it stands then. */
  of(module: OldModule, how: 'edited' | 'as it is'): void {
    for (const reference of referencesIn(module.text, module.tree, module.absolute)) {
      if (module.isTakenOut(reference)) continue;
      const owner = module.ownerOf(reference);
      const isHome = owner?.path[0] === 'home-manager' && owner.path[1] !== undefined;
      const judge: Judge = (fate, note) => module.judge(owner, fate, note);
      const context = {
        from: module.absolute,
        text: module.text,
        owner,
        isHome,
        judge,
        owned: judge,
      };
      const edit = this.follow(
        reference,
        how === 'edited' ? context : unedited(context, reference),
      );
      if (edit !== undefined && how === 'edited') module.edits.push(edit);
    }
  }

  /** Takes what is named along. Returns how it has to be named now. */
  private follow(reference: Reference, context: Context): Edit | undefined {
    const { source, isAbsolute, isComputed, isImport } = reference;
    const target = this.here(reference.target);
    if (isAbsolute && ofTheMachine.test(target) && !isImport) return undefined;
    const line = lineAt(context.text, reference.from);
    const option = context.owner?.path.at(-1) ?? '';
    const isInside = target === this.folder || target.startsWith(`${this.folder}/`);
    const isReadLater = readLater.test(option) && !readBefore.test(option);
    if (isAbsolute && !isInside && isReadLater && !reference.isText) {
      context.judge(
        'rewritten',
        `${source} is text now: it is read where it is, when it is needed`,
      );
      return { from: reference.from, to: reference.to, text: JSON.stringify(source) };
    }
    if (this.root.look(target) === undefined) {
      if (isAbsolute)
        context.judge(
          'left',
          `line ${line}: ${source} can’t be read from here: put it into the repo, and name it with ./`,
        );
      return undefined;
    }
    const why = isComputed && isAbsolute ? 'its name is computed' : this.companions.take(target);
    if (why !== undefined) {
      context.judge(
        'left',
        `line ${line}: ${source} is not in the repo, since ${why}: ${whatToDo(why)}`,
      );
      return undefined;
    }
    this.read(target, context);
    return this.renamed(reference, target, context);
  }

  /** Where a file stands otherwise beside the other than before, it is named otherwise. */
  private renamed(
    reference: Reference,
    target: string,
    { from, judge }: Context,
  ): Edit | undefined {
    const { source, isAbsolute, isComputed } = reference;
    const before = posix.join(posix.dirname(this.places.inRepo(from)), source);
    const now = this.places.inRepo(target);
    if (!isAbsolute && (isComputed || before.replace(/\/$/, '') === now)) return undefined;
    if (isComputed) return undefined;
    const path = this.places.relative(from, target);
    const isPlain = /^[\w./+-]+$/.test(path);
    judge('rewritten', `${source} is ${path} now`);
    const text = isPlain ? path : `(./. + ${JSON.stringify(`/${path.replace(/^\.\//, '')}`)})`;
    return { from: reference.from, to: reference.to, text };
  }

  /** Follows what a file that goes along names in turn, if it is Nix. */
  private read(target: string, context: Context): void {
    for (const absolute of [target, resolvedPath(target, 'default.nix')]) {
      const text = absolute.endsWith('.nix') ? this.companions.textOf(absolute) : undefined;
      if (text === undefined || this.seen.has(absolute)) continue;
      this.seen.add(absolute);
      this.readNix(absolute, text, context);
    }
  }

  private readNix(absolute: string, text: string, context: Context): void {
    const tree = parsed(text);
    if (problems(text, tree).length > 0) return;
    if (context.isHome) this.homes.push(text);
    const name = this.places.named(absolute);
    const judge: Judge = (fate, note) => context.owned(fate, `${name}: ${note}`);
    const found = this.refusedIn(text, tree, context.isHome);
    for (const { isSettled, note } of found) judge(isSettled ? 'rewritten' : 'left', note);
    this.inputs.push(...found.flatMap(({ inputs }) => inputs));
    const followed = referencesIn(text, tree, absolute).flatMap(
      (reference) => this.follow(reference, { ...context, from: absolute, text, judge }) ?? [],
    );
    const asks = found.flatMap((finding) => finding.asks);
    const takenOut = found.flatMap((finding) => finding.takesOut);
    const edits = disjoint(text, [
      ...takeOut({ text, tree, mayGo: isInstallerComment }, takenOut),
      ...found.flatMap((finding) => finding.edits),
      ...followed,
      ...(withArguments(text, tree, asks)?.edits ?? []),
    ]);
    if (edits.length > 0) this.companions.rewrite(absolute, applyEdits(text, edits));
  }

  private refusedIn(text: string, tree: Tree, isHome: boolean): readonly Finding[] {
    const found = refusals(text, tree, {
      kind: isHome ? 'home' : 'plain',
      channels: this.channels,
    });
    return isHome ? found : found.filter((finding) => !isDefault(finding, tree));
  }
}

type Judge = (fate: Fate, note: string) => void;

interface Context {
  /** The file that names another, absolute. */
  readonly from: string;
  readonly text: string;
  /** The definition that all of it is for. */
  readonly owner: Definition | undefined;
  readonly isHome: boolean;
  readonly judge: Judge;
  /** The same, for what another file has to say of its own. */
  readonly owned: Judge;
}

/** Of a file that stays as it is, what would be written otherwise is left to do. */
function unedited(context: Context, { from }: Span): Context {
  const line = lineAt(context.text, from);
  const judge: Judge = (fate, note) =>
    fate === 'rewritten'
      ? context.judge('left', `line ${line} is to be mended too: ${note}`)
      : context.judge(fate, note);
  return { ...context, judge };
}

/** Whether a place is the default of an argument, which whoever calls the function hands it. */
function isDefault({ from }: Span, tree: Tree): boolean {
  return [...around(tree.innermostAt(from))].some(({ name }) => name === 'Formal');
}

function whatToDo(why: string): string {
  if (/secret|private key|owner/.test(why)) {
    return 'keep it where it is and name it as text ("/path"), or keep it encrypted, with sops-nix or agenix';
  }
  return 'put what is needed of it beside this file';
}
