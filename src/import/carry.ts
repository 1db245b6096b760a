/**
 * Carries over what the answers do not have: the old modules as they are written, with edits by span
 * only, and the files that they name. Says of each definition what became of it.
 *
 * A pure function, but that it reads the files that modules name.
 */
import { posix } from 'node:path';
import type { Root } from '../machine/read.js';
import type { Definition } from '../nix/definitions.js';
import { importsOf } from '../nix/definitions.js';
import { applyEdits } from '../nix/edit.js';
import { children, lastExpression } from '../nix/nodes.js';
import { parsed } from '../nix/parsed.js';
import { listItems, stringValue } from '../nix/values.js';
import { attributeName } from '../nix/write.js';
import type { Answers } from '../questions/answers.js';
import { flagName } from '../questions/question.js';
import type { QuestionName } from '../questions/table.js';
import type { RepoFile } from '../repo/file.js';
import type { Account } from './account.js';
import { Companions } from './companions.js';
import { disjoint } from './disjoint.js';
import { settingsInWay } from './flake-settings.js';
import { refusals } from './flakes.js';
import { withArguments } from './formals.js';
import { withImport, withInputs } from './host-files.js';
import { isInstallerComment } from './installer-comments.js';
import { channelsIn } from './known-sources.js';
import { OldModule } from './module.js';
import { entryName, type OldConfiguration } from './old.js';
import { givingWay, type OwnSetting, ownSettings } from './own-lines.js';
import { carriedFolder, Places } from './places.js';
import { isUsedBeside } from './recursive.js';
import { FileReferences } from './referenced.js';
import { covers } from './same-value.js';
import { homeSettings, type Setting, settingsOf } from './settings.js';
import type { Channels } from './sources.js';
import { takeOut } from './take-out.js';
import { nodeAt, nodesOf } from './tree.js';

/** What `nixos-generate-config` writes beside the entry. */
const hardwareName = 'hardware-configuration.nix';

export type { Account } from './account.js';

export interface CarriedOver {
  /** The whole repo, without its manifest: what was given, as far as it stays, and what is new. */
  readonly files: readonly RepoFile[];
  /** One for each definition of the old files, in their order. */
  readonly accounts: readonly Account[];
}

/** `repo` is what templates wrote; `answered` says which definitions questions stand for. */
export function carryOver(
  old: OldConfiguration,
  repo: readonly RepoFile[],
  answers: Answers,
  answered: ReadonlyMap<Definition, QuestionName>,
  root: Root,
): CarriedOver {
  return new Carrying(old, repo, answers, answered, root).done();
}

/** Whose channels the system is made of (nix-channel(1)). */
const administratorsHome = '/root';

class Carrying {
  private readonly host: string;
  private readonly places: Places;
  private readonly modules: readonly OldModule[];
  private readonly own: readonly OwnSetting[];
  private readonly channels: Channels;
  private readonly hardware: OldModule | undefined;
  /** Where the hardware file stood, or would have. */
  private readonly hardwarePath: string;
  private readonly references: FileReferences;
  /** Modules of which nothing is left. */
  private readonly empty = new Set<OldModule>();

  constructor(
    old: OldConfiguration,
    private readonly repo: readonly RepoFile[],
    private readonly answers: Answers,
    private readonly answered: ReadonlyMap<Definition, QuestionName>,
    root: Root,
  ) {
    const { hostname, username, channel } = answers;
    this.host = `hosts/${hostname}`;
    const absolute = (path: string) => posix.resolve(old.folder, path);
    this.modules = old.files.map((file) => new OldModule(file, absolute(file.path)));
    this.hardware = this.modules.find(({ file }) => file.isHardware);
    this.hardwarePath = this.hardware?.absolute ?? absolute(hardwareName);
    const hardware = new Set([this.hardwarePath]);
    this.places = new Places(
      old.folder,
      hostname,
      hardware,
      this.modules.map((module) => module.absolute),
    );
    this.own = ownSettings(repo, hostname, username);
    this.channels = {
      own: channel,
      urls: channelsIn(root.read(posix.join(administratorsHome, '.nix-channels'))),
    };
    const known = new Set(this.modules.map((module) => module.absolute));
    const companions = new Companions(root, this.places, (file) => known.has(file));
    this.references = new FileReferences(old.folder, root, this.places, companions, this.channels);
  }

  done(): CarriedOver {
    for (const module of this.modules) {
      if (module.problem === undefined) this.settle(module);
      else this.leave(module);
    }
    const texts = this.written();
    const carried = this.modules.filter((module) => texts.has(module));
    const accounts = this.modules.flatMap((module) => accountsOf(module));
    return { files: this.files(texts, carried), accounts };
  }

  /** A file that Nix can't read stays as it is. */
  private leave(module: OldModule): void {
    const { problem, file } = module;
    const note = `line ${problem?.line} can’t be read (${problem?.message}), so all of ${file.path} is as it was: mend that line`;
    for (const definition of file.definitions) module.judge(definition, 'left', note);
    this.references.of(module, 'as it is');
  }

  private settle(module: OldModule): void {
    if (module.file.isHardware) this.settleHardware(module);
    else for (const definition of module.file.definitions) this.settleAnswer(module, definition);
    this.settleImports(module);
    this.settleRefusals(module);
    this.references.of(module, 'edited');
    for (const definition of module.file.definitions) warnOfSecret(module, definition);
  }

  private settleHardware(module: OldModule): void {
    if (this.ownHardware?.text === module.text) return;
    for (const definition of module.file.definitions) {
      module.judge(
        definition,
        'left',
        'another hardware file was chosen, which stands for this one',
      );
    }
  }

  private get ownHardware(): RepoFile | undefined {
    return this.repo.find(({ path }) => path === `${this.host}/hardware-configuration.nix`);
  }

  private settleAnswer(module: OldModule, definition: Definition): void {
    const note = this.answerFor(definition);
    if (note === undefined) return;
    if (isUsedBeside(module.tree, module.text, definition.statement)) {
      module.judge(definition, 'carried', 'stays, since its neighbours in a `rec` set use it');
      return;
    }
    module.judge(definition, 'answer', note);
    module.takenOut.push(definition.statement);
  }

  /** What stands for a definition in the new repo, in a word or two. */
  private answerFor(definition: Definition): string | undefined {
    const question = this.answered.get(definition);
    if (question !== undefined) return `--${flagName(question)}`;
    const { isComputed, isConditional, priority, path } = definition;
    if (isComputed || isConditional || priority === 'force') return undefined;
    // what is named by a path is another file beside another module
    if (
      /^(imports|require|options)$/.test(path[0] ?? '') ||
      /(^|[\s([])\.{1,2}\//.test(definition.value)
    ) {
      return undefined;
    }
    if (isEmptyPackages(definition)) return 'an empty list';
    const [setting] = settingsOf(definition, this.answers.username);
    const isSame = this.own.some(
      (own) =>
        own.option === setting?.option &&
        !own.definition.isConditional &&
        covers(own.definition.value, definition.value),
    );
    return isSame && setting?.definition === definition ? 'as before' : undefined;
  }

  /** The hardware file is the host's own, so that no other module imports it. */
  private settleImports(module: OldModule): void {
    this.takeImportOut(module, this.hardwarePath, `${this.host}/configuration.nix imports it`);
  }

  private takeImportOut(module: OldModule, imported: string, why: string): void {
    for (const { span, kind, text } of importsOf(module.text)) {
      if (kind !== 'path' && kind !== 'absolute') continue;
      const target = this.references.resolved(module.absolute, stringValue(text) ?? text);
      const isIt = target === imported || posix.join(target, 'default.nix') === imported;
      if (!isIt || nodeAt(module.tree, span)?.parent?.name !== 'List' || module.isTakenOut(span))
        continue;
      module.takenOut.push(span);
      module.judge(module.ownerOf(span), 'rewritten', `without ${text}: ${why}`);
    }
  }

  private settleRefusals(module: OldModule): void {
    const kind = 'system';
    const { repoPath, hostname } = this.answers;
    const isSet = (name: string) => this.namesOfAll().has(name);
    const found = [
      ...refusals(module.text, module.tree, { kind, channels: this.channels }),
      ...settingsInWay(module.file, { repoPath, hostname }, isSet),
    ];
    for (const finding of found) {
      if (module.isTakenOut(finding)) continue;
      const owner = module.ownerOf(finding);
      module.judge(owner, finding.isSettled ? 'rewritten' : 'left', finding.note);
      module.takenOut.push(...finding.takesOut);
      module.edits.push(...finding.edits);
      module.inputs.push(...finding.inputs);
      for (const name of finding.asks) module.asks.add(name);
    }
  }

  private settings: readonly Setting[] | undefined;

  private settingsOfAll(): readonly Setting[] {
    const { username } = this.answers;
    this.settings ??= this.modules.flatMap(({ file }) =>
      file.isHardware ? [] : file.definitions.flatMap((each) => settingsOf(each, username)),
    );
    return this.settings;
  }

  private names: ReadonlySet<string> | undefined;

  private namesOfAll(): ReadonlySet<string> {
    this.names ??= new Set([...this.own, ...this.settingsOfAll()].map(({ option }) => option));
    return this.names;
  }

  /** The text of each module that has something left. */
  private written(): ReadonlyMap<OldModule, string> {
    const texts = new Map<OldModule, string>();
    let waiting: readonly OldModule[] = this.modules;
    while (waiting.length > 0) {
      for (const module of waiting) texts.set(module, edited(module));
      const gone = [...texts].filter(
        ([module, text]) =>
          !this.empty.has(module) &&
          !module.file.isHardware &&
          !module.problem &&
          !hasUntouched(module) &&
          isNothing(text),
      );
      for (const [module] of gone) this.empty.add(module);
      const before = new Map(this.modules.map((module) => [module, module.takenOut.length]));
      for (const module of this.modules) {
        for (const [other] of gone)
          this.takeImportOut(module, other.absolute, 'nothing is left in it');
      }
      waiting = this.modules.filter((module) => before.get(module) !== module.takenOut.length);
    }
    for (const module of this.empty) texts.delete(module);
    return texts;
  }

  private files(
    texts: ReadonlyMap<OldModule, string>,
    carried: readonly OldModule[],
  ): readonly RepoFile[] {
    const modules = carried.filter(({ file }) => !file.isHardware);
    const files = modules.map((module) => {
      return { path: this.places.inRepo(module.absolute), text: texts.get(module) ?? '' };
    });
    const entry = modules.find(({ file }) => file.path === entryName);
    const inputs = [...carried.flatMap((module) => module.inputs), ...this.references.inputs];
    const kept = carriedSettings(modules, this.answers.username);
    const given = [...kept, ...this.references.homes.flatMap(homeSettings)];
    const repo = givingWay(this.repo, this.own, given, this.settingsOfAll(), this.host).map(
      (file) => {
        if (file.path === 'flake.nix') return { ...file, text: withInputs(file.text, inputs) };
        if (file.path === this.ownHardware?.path)
          return { ...file, text: this.hardwareText(texts) ?? file.text };
        if (file.path !== `${this.host}/configuration.nix` || entry === undefined) return file;
        return { ...file, text: withImport(file.text, `${carriedFolder}/${entryName}`) };
      },
    );
    return [...repo, ...files, ...this.references.files];
  }

  private hardwareText(texts: ReadonlyMap<OldModule, string>): string | undefined {
    const { hardware } = this;
    const isOwn = hardware !== undefined && this.ownHardware?.text === hardware.text;
    return isOwn ? texts.get(hardware) : undefined;
  }
}

/** What stays of the old modules, each definition that is not taken out. */
function carriedSettings(modules: readonly OldModule[], user: string): readonly Setting[] {
  return modules.flatMap((module) =>
    module.file.definitions
      .filter(({ statement }) => !module.isTakenOut(statement))
      .flatMap((definition) => settingsOf(definition, user)),
  );
}

/** A module's text with all its edits, but for those in what is taken out. */
function edited(module: OldModule): string {
  const { text, tree, problem } = module;
  if (problem !== undefined) return text;
  const inside = module.edits.filter((edit) => !module.isTakenOut(edit));
  const formals = withArguments(text, tree, [...module.asks])?.edits ?? [];
  const taken = takeOut({ text, tree, mayGo: isInstallerComment }, module.takenOut);
  return applyEdits(text, disjoint(text, [...taken, ...inside, ...formals]));
}

/** Whether a definition stays that nothing was taken out of; then there is no need to look. */
function hasUntouched({ file, takenOut }: OldModule): boolean {
  return file.definitions.some(({ statement }) =>
    takenOut.every(({ from, to }) => to <= statement.from || from >= statement.to),
  );
}

/** Whether a module says nothing any more, and no person has written a word in it. */
function isNothing(text: string): boolean {
  const tree = parsed(text);
  const comments = nodesOf(tree, 'Comment').map(({ from, to }) => text.slice(from, to));
  if (!comments.every(isInstallerComment)) return false;
  let body = lastExpression(tree.topNode);
  while (body?.name === 'Lambda') body = lastExpression(body);
  return body?.name === 'AttrSet' && children(body, 'Binding', 'Inherit').length === 0;
}

/** Lists of packages that add nothing: the installer writes them to be filled. */
function isEmptyPackages({ path, value }: Definition): boolean {
  const name = path.join('.');
  const isPackages =
    name === 'environment.systemPackages' || /^users\.users\.[^.]+\.packages$/.test(name);
  return isPackages && listItems(value)?.length === 0;
}

/** Options that hold a password, or what it can be guessed from. */
const secretNames =
  /^(password|initialPassword|hashedPassword|initialHashedPassword|psk|passphrase|privateKey|token|secret)$/i;

function warnOfSecret(module: OldModule, definition: Definition): void {
  const { path, value, statement } = definition;
  if (!secretNames.test(path.at(-1) ?? '') || !stringValue(value) || module.isTakenOut(statement))
    return;
  module.judge(definition, 'carried', 'in the repo now, so whoever reads it reads this');
}

function accountsOf(module: OldModule): readonly Account[] {
  return module.file.definitions.map((definition) => {
    const { fate, notes } = module.verdict(definition);
    const { line, path } = definition;
    const option = path.map(attributeName).join('.');
    const account = { option, file: module.file.path, line, fate };
    return notes.length > 0 ? { ...account, note: notes.join('; ') } : account;
  });
}
