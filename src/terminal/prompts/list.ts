/**
 * Lists to choose from. What the keys do is clack's core's, how a list looks is `draw-list.ts`'s:
 * clack's own shows the hint of one entry only, and of several that were taken their number.
 */
import { AutocompletePrompt, SelectPrompt } from '@clack/core';
import { attended } from './attended.js';
import { drawList, type Entry, type List } from './draw-list.js';
import { type WayBack, watchKeys } from './way-back.js';

/** A list that is asked. */
export interface Asked extends List, WayBack {
  readonly signal: AbortSignal;
  /** Why what is chosen can't be taken; several have commas between them. */
  readonly validate: (value: string) => Promise<string | undefined>;
}

/** What was chosen, or clack's sign that nothing was. */
type Answered<T> = Promise<T | symbol | undefined>;

/** One of a list that is short enough to be seen. */
export function pickOne(list: Asked, initial: string | undefined): Answered<string> {
  const prompt = new SelectPrompt({
    options: [...list.entries],
    ...(initial === undefined ? {} : { initialValue: initial }),
    signal: list.signal,
    validate: (value) => list.validate(value ?? ''),
    render() {
      const { state, error, cursor } = this;
      const answer = list.entries.slice(cursor, cursor + 1);
      return drawList(list, { state, error, cursor, found: list.entries, answer });
    },
  });
  watchKeys(prompt, list);
  return attended(prompt);
}

/** One of a list that can be searched by typing. */
export function searchOne(list: Asked, initial: string | undefined): Answered<string> {
  const prompt = new Search({
    options: bestFirst(list.entries),
    filter: matches,
    ...(initial === undefined ? {} : { initialValue: [initial] }),
    signal: list.signal,
    // a search that finds nothing leaves nothing to choose
    validate: (value) =>
      value === undefined ? 'Choose one of the list' : list.validate(String(value)),
    render() {
      const { state, error, cursor, filteredOptions: found, userInput: search } = this;
      return drawList(list, { state, error, cursor, found, search, answer: chosenIn(list, this) });
    },
  });
  watchKeys(prompt, list);
  return attended(prompt) as Answered<string>;
}

/** Any number of a list that can be searched by typing; they come in the list's order. */
export async function takeSeveral(
  list: Asked,
  initial: readonly string[],
): Answered<readonly string[]> {
  const prompt: Several = new Several({
    options: bestFirst(list.entries),
    filter: matches,
    multiple: true,
    signal: list.signal,
    validate: () => list.validate(valuesIn(list, prompt).join(',')),
    render() {
      const { state, error, cursor, filteredOptions: found, userInput: search } = this;
      const { selectedValues: taken } = this;
      const answer = chosenIn(list, this);
      return drawList(list, { state, error, cursor, found, search, taken, answer });
    },
  });
  // not as initial values, which would put the cursor on the last of them
  prompt.selectedValues = [...initial];
  watchKeys(prompt, list);
  const value = await attended(prompt);
  return typeof value === 'symbol' ? value : valuesIn(list, prompt);
}

function chosenIn({ entries }: List, { selectedValues }: Pick<Search, 'selectedValues'>) {
  return entries.filter(({ value }) => selectedValues.includes(value));
}

function valuesIn(list: List, prompt: Pick<Search, 'selectedValues'>): readonly string[] {
  return chosenIn(list, prompt).map(({ value }) => value);
}

/**
 * Each search begins at its best match, wherever the list stood before. Escape takes back what is
 * typed; only where nothing is, it ends the prompt, as it does everywhere.
 */
class Search extends AutocompletePrompt<Entry> {
  private lastKey: string | undefined;

  constructor(options: ConstructorParameters<typeof AutocompletePrompt<Entry>>[0]) {
    super(options);
    this.on('key', (_char, { name }) => {
      this.lastKey = name;
    });
    // the last word before a prompt closes
    this.on('finalize', () => {
      if (this.state !== 'cancel' || this.lastKey !== 'escape' || this.userInput === '') return;
      this._clearUserInput();
      this.state = 'active';
    });
  }

  protected override _setUserInput(value: string | undefined, write?: boolean): void {
    if (value && value !== this.userInput) this.focusedValue = undefined;
    super._setUserInput(value, write);
  }
}

type Key = Parameters<Search['_isActionKey']>[1];

/**
 * Space and Tab take an entry or leave it, while something is typed too. Enter first takes what was
 * searched for, so that nobody goes on without the thing that they have just found.
 */
class Several extends Search {
  constructor(options: ConstructorParameters<typeof AutocompletePrompt<Entry>>[0]) {
    super(options);
    this.on('key', (char, key) => {
      if (takes(char, key)) this._clearUserInput();
    });
  }

  protected override _isActionKey(char: string | undefined, key: Key): boolean {
    // clack's core lets Space take something only where the arrow keys were used last
    if (takes(char, key)) this.isNavigating = true;
    return takes(char, key);
  }

  protected override _shouldSubmit(): boolean {
    if (this.userInput === '') return true;
    if (this.focusedValue === undefined) {
      // nothing is found: what Enter has emptied is written again
      this._setUserInput(this.userInput, true);
      return false;
    }
    if (!this.selectedValues.includes(this.focusedValue)) this.toggleSelected(this.focusedValue);
    this._setUserInput('');
    return false;
  }
}

function takes(char: string | undefined, { name }: Key): boolean {
  return char === '\t' || name === 'space';
}

/** The entries, before the others those that a search means most likely. */
function bestFirst(entries: readonly Entry[]) {
  return function (this: Pick<Search, 'userInput'>): Entry[] {
    const wanted = this.userInput.toLowerCase();
    const rank = ({ value, label }: Entry): number => {
      const texts = [value.toLowerCase(), label.toLowerCase()];
      if (texts.includes(wanted)) return 0;
      if (texts.some((text) => text.startsWith(wanted))) return 1;
      return texts.some((text) => text.includes(wanted)) ? 2 : 3;
    };
    return [...entries].sort((one, other) => rank(one) - rank(other));
  };
}

function matches(search: string, { value, label, hint = '', words = '' }: Entry): boolean {
  const wanted = search.toLowerCase();
  return [value, label, hint, words].some((text) => text.toLowerCase().includes(wanted));
}
