/**
 * Carries over what the answers do not have: the old modules as they are written, with edits by span
 * only, and the files that they name. Says of each definition what became of it.
 *
 * A pure function, but that it reads the files that modules name.
 */
import { posix } from 'node:path';
import { type Definition, type Import, importsOf } from '../nix/definitions.js';
import { stringValue } from '../nix/values.js';
import { attributeName } from '../nix/write.js';
import type { Answers } from '../questions/answers.js';
import type { QuestionName } from '../questions/table.js';
import type { RepoFile } from '../repo/file.js';
import type { Account, Fate } from './account.js';
import { Companions } from './companions.js';
import { edited, hasUntouched, isNothing } from './edited.js';
import { settingsInWay } from './flake-settings.js';
import { refusals } from './flakes.js';
import { hardwareName } from './hardware-file.js';
import { withImport, withInputs } from './host-files.js';
import { channelsIn } from './known-sources.js';
import { OldModule } from './module.js';
import { entryName, type OldConfiguration } from './old.js';
import { givingWay, type OwnSetting, ownSettings } from './own-lines.js';
import { resolvedPath } from './paths.js';
import { carriedFolder, Places } from './places.js';
import { isUsedBeside } from './recursive.js';
import { FileReferences } from './referenced.js';
import { warnOfSecret } from './secrets.js';
import { homeSettings, type Setting, settingsOf } from './settings.js';
import type { Channels } from './sources.js';
import { Standing } from './standing.js';
import { nodeAt } from './tree.js';

export type { Account } from './account.js';

export interface CarriedOver {
  /** The whole repo, without its manifest: what was given, as far as it stays, and what is new. */
  readonly files: readonly RepoFile[];
  /** One for each definition of the old files, in their order. */
  readonly accounts: readonly Account[];
  /** Whether files of the old configuration stand in the repo now. */
  readonly hasFiles: boolean;
}

/** `repo` is what templates wrote; `answered` says which definitions questions stand for. */
export function carryOver(
  old: OldConfiguration,
  repo: readonly RepoFile[],
  answers: Answers,
  answered: ReadonlyMap<Definition, QuestionName>,
): CarriedOver {
  return new Carrying(old, repo, answers, answered).done();
}

/** Whose channels the system is made of (nix-channel(1)). */
const administratorsHome = '/root';

/** An entry of `imports`, and the file or folder that it leads to, absolute. */
interface Target {
  readonly entry: Import;
  readonly target: string;
}

class Carrying {
  private readonly host: string;
  private readonly places: Places;
  private readonly modules: readonly OldModule[];
  private readonly own: readonly OwnSetting[];
  private readonly standing: Standing;
  private readonly channels: Channels;
  private readonly hardware: OldModule | undefined;
  /** Where the hardware file stood, or would have. */
  private readonly hardwarePath: string;
  private readonly references: FileReferences;
  /** Found once for each, since every file that goes asks for them. */
  private readonly targets = new Map<OldModule, readonly Target[]>();
  /** Modules of which nothing is left. */
  private readonly empty = new Set<OldModule>();

  constructor(
    old: OldConfiguration,
    private readonly repo: readonly RepoFile[],
    private readonly answers: Answers,
    answered: ReadonlyMap<Definition, QuestionName>,
  ) {
    const { root } = old;
    const { hostname, username, channel } = answers;
    this.host = `hosts/${hostname}`;
    const absolute = (path: string) => resolvedPath(old.folder, path);
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
    this.standing = new Standing(answered, this.own, username);
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
    const hasFiles = carried.some(({ file }) => file.path === entryName);
    return { files: this.files(texts, carried), accounts, hasFiles };
  }

  /** A file that Nix can't read stays as it is. */
  private leave(module: OldModule): void {
    const { problem, file } = module;
    const note = `line ${problem?.line} can’t be read (${problem?.message}), so all of ${file.path} is as it was: mend that line`;
    for (const definition of file.definitions) module.judge(definition, 'left', note);
    // one that has no definitions would go without a word
    if (file.definitions.length === 0) this.judgeImports(module.absolute, 'left', note);
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
    const note = this.standing.for(definition);
    if (note === undefined) return;
    if (isUsedBeside(module.tree, module.text, definition.statement)) {
      module.judge(definition, 'carried', 'stays, since its neighbours in a `rec` set use it');
      return;
    }
    module.judge(definition, 'answer', note);
    module.takenOut.push(definition.statement);
  }

  /** The hardware file is the host's own, so that no other module imports it. */
  private settleImports(module: OldModule): void {
    this.takeImportOut(module, this.hardwarePath, `${this.host}/configuration.nix imports it`);
  }

  private takeImportOut(module: OldModule, imported: string, why: string): void {
    for (const { span, text } of this.importsIn(module, imported)) {
      if (nodeAt(module.tree, span)?.parent?.name !== 'List' || module.isTakenOut(span)) continue;
      module.takenOut.push(span);
      module.judge(module.ownerOf(span), 'rewritten', `without ${text}: ${why}`);
    }
  }

  /** The entries of `imports` that lead to a file. */
  private importsIn(module: OldModule, imported: string): readonly Import[] {
    const known = this.targets.get(module) ?? this.targetsIn(module);
    this.targets.set(module, known);
    return known
      .filter(({ target }) => target === imported || `${target}/default.nix` === imported)
      .map(({ entry }) => entry);
  }

  /** Where the entries of `imports` lead that are paths. */
  private targetsIn(module: OldModule): readonly Target[] {
    return importsOf(module.text)
      .filter(({ kind }) => kind === 'path' || kind === 'absolute')
      .map((entry) => {
        const path = stringValue(entry.text) ?? entry.text;
        return { entry, target: this.references.resolved(module.absolute, path) };
      });
  }

  /** Says of a file what there is to say where it is imported. */
  private judgeImports(imported: string, fate: Fate, note: string): void {
    for (const module of this.modules) {
      for (const { span } of this.importsIn(module, imported))
        module.judge(module.ownerOf(span), fate, note);
    }
  }

  private settleRefusals(module: OldModule): void {
    const kind = 'system';
    const { repoPath, hostname, bootLoader } = this.answers;
    const isSet = (name: string) => this.namesOfAll().has(name);
    const { channels } = this;
    const imports = (input: string) => input !== 'nixos-wsl' || bootLoader === 'wsl';
    const found = [
      ...refusals(module.text, module.tree, { kind, channels, imports }),
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
    const repo = givingWay(this.repo, this.own, given, this.settingsOfAll(), this.answers).map(
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

function accountsOf(module: OldModule): readonly Account[] {
  return module.file.definitions.map((definition) => {
    const { fate, notes } = module.verdict(definition);
    const { line, path } = definition;
    const option = path.map(attributeName).join('.');
    const account = { option, file: module.file.path, line, fate };
    return notes.length > 0 ? { ...account, note: notes.join('; ') } : account;
  });
}
