/** What stands in the new repo for a definition of the old configuration. */
import type { Definition } from '../nix/definitions.js';
import { listItems } from '../nix/values.js';
import { flagName } from '../questions/question.js';
import type { QuestionName } from '../questions/table.js';
import { isInstallerComment } from './installer-comments.js';
import { byName, type OwnSetting } from './own-lines.js';
import { covers } from './same-value.js';
import { settingsOf } from './settings.js';

export class Standing {
  private readonly own: ReadonlyMap<string, readonly OwnSetting[]>;

  constructor(
    /** The questions that stand for definitions. */
    private readonly answered: ReadonlyMap<Definition, QuestionName>,
    own: readonly OwnSetting[],
    private readonly username: string,
  ) {
    this.own = byName(own);
  }

  /** What stands for a definition in the new repo, in a word or two. */
  for(definition: Definition): string | undefined {
    const question = this.answered.get(definition);
    if (question !== undefined) return `--${flagName(question)}`;
    const { isComputed, isConditional, priority } = definition;
    if (isComputed || isConditional || priority === 'force') return undefined;
    if (hasOnlyNotes(definition)) return undefined;
    if (isEmptyPackages(definition)) return 'an empty list';
    const [setting] = settingsOf(definition, this.username);
    if (setting?.definition !== definition) return undefined;
    const own = this.own.get(setting.option)?.filter((each) => !each.definition.isConditional);
    if (own === undefined || isOfItsPlace(definition)) return undefined;
    const isSame = own.some((each) => covers(each.definition.value, definition.value));
    return isSame ? 'as before' : undefined;
  }
}

/** Whether it means something else in another module: what is named by a path is another file there. */
function isOfItsPlace({ path, value }: Definition): boolean {
  return /^(imports|require|options)$/.test(path[0] ?? '') || /(^|[\s([])\.{1,2}\//.test(value);
}

/** A list in which somebody has nothing but notes: they would stand alone without it. */
function hasOnlyNotes({ value }: Definition): boolean {
  if (!/#|\/\*/.test(value) || !/\[\s*\][\s)]*$/.test(withoutNotes(value))) return false;
  if (listItems(value)?.length !== 0) return false;
  return value.includes('/*') || !(value.match(/#.*/g) ?? []).every(isInstallerComment);
}

/** By its letters alone, which is enough to tell what is no empty list without reading it. */
function withoutNotes(value: string): string {
  return value.replace(/#.*|\/\*[\s\S]*?\*\//g, '');
}

/** Lists of packages that add nothing: the installer writes them to be filled. */
function isEmptyPackages({ path, value }: Definition): boolean {
  if (!/[pP]ackages$/.test(path.at(-1) ?? '')) return false;
  const name = path.join('.');
  const isPackages =
    name === 'environment.systemPackages' || /^users\.users\.[^.]+\.packages$/.test(name);
  return isPackages && listItems(value)?.length === 0;
}
