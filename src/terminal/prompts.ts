/** The prompts, drawn by clack. Loaded only where somebody is asked. */
import * as clack from '@clack/prompts';
import { Interrupted } from '../errors.js';
import type { Answer, Ask } from '../questions/answers.js';
import { members } from '../questions/choose.js';
import {
  type Choice,
  type Context,
  flagName,
  type Question,
  type SoFar,
} from '../questions/question.js';
import type { QuestionName } from '../questions/table.js';
import type { Output, Progress, Stream } from './output.js';
import { whileOpen } from './prompts/attended.js';
import { type Depth, depthOf } from './prompts/colours.js';
import { cut } from './prompts/draw-list.js';
import { entriesOf } from './prompts/entries.js';
import { roomForHelp } from './prompts/frame.js';
import { askLine } from './prompts/line.js';
import { type Asked, pickOne, searchOne, takeSeveral } from './prompts/list.js';
import { type WayBack, WentBack } from './prompts/way-back.js';
import { askYesNo } from './prompts/yes-no.js';
import { Spinner } from './spinner.js';
import type { Style } from './style.js';
import { drawSummary, type SummaryRow, shownValue } from './summary.js';
import { wrap, wrapProse } from './wrap.js';

/** Lists longer than this can be searched by typing. */
const longList = 10;

/** What a question decides. How several are written on a command line is of no use in a list. */
function helpInPrompt({ help, separator }: Question): string {
  return separator === ',' ? help.replace(/, several with .*/, '') : help;
}

type Given = NonNullable<Awaited<ReturnType<Ask>>>;

/** A question on its way: what Enter alone answers, and what its check looks at. */
interface Asking {
  readonly question: Question<QuestionName>;
  readonly standard: Answer | undefined;
  readonly soFar: SoFar;
  readonly context: Context;
}

/** The computer that a configuration is for, and whether it keeps what it has. */
export type WhichMachine = 'this' | 'afresh' | 'none';

export class Prompts implements Output {
  readonly depth: Depth;

  /** Whether Escape goes back to something, where it otherwise stops as Ctrl-C does. */
  private hasWayBack = false;

  constructor(
    private readonly stream: Stream,
    readonly style: Style,
    private readonly signal: AbortSignal,
    env: Readonly<Record<string, string | undefined>>,
  ) {
    this.depth = depthOf(style, env);
  }

  /** What the frame leaves of the window, which may be drawn wider or narrower at any time. */
  get columns(): number {
    return (this.stream.columns ?? 80) - 3;
  }

  /** The answer, or the end of the program where somebody pressed Ctrl-C or a signal came. */
  private async answer<T>(
    prompt: (common: { signal: AbortSignal } & WayBack) => Promise<T>,
  ): Promise<Exclude<T, symbol | undefined>> {
    let goesBack = false;
    const onKey = (isEscape: boolean) => {
      goesBack = isEscape;
    };
    const value = await whileOpen(this.signal, (signal) =>
      prompt({ signal, ...(this.hasWayBack ? { onKey } : {}) }),
    );
    this.signal.throwIfAborted();
    // clack's sign that nothing was answered is a symbol; what its prompts check is never undefined
    if (clack.isCancel(value) || value === undefined) {
      throw goesBack ? new WentBack() : new Interrupted();
    }
    return value as Exclude<T, symbol | undefined>;
  }

  /** What prompts come to, or nothing where Escape goes back from one of them. */
  async orBack<T>(asks: () => Promise<T>): Promise<T | undefined> {
    this.hasWayBack = true;
    try {
      return await asks();
    } catch (error) {
      if (error instanceof WentBack) return undefined;
      throw error;
    } finally {
      this.hasWayBack = false;
    }
  }

  intro(text: string): void {
    clack.intro(this.style.bold(text));
  }

  /**
   * This machine, or another one? It decides what the machine's facts are good for, and where it
   * has a configuration, whether that is taken over.
   */
  async askWhichMachine(hasOld: boolean): Promise<WhichMachine> {
    const entries: readonly { value: WhichMachine; label: string; hint: string }[] = [
      {
        value: 'this',
        label: 'This one',
        hint: hasOld ? 'takes /etc/nixos over' : 'takes its hardware and settings over',
      },
      ...(hasOld
        ? [
            {
              value: 'afresh',
              label: 'This one, afresh',
              hint: 'without what /etc/nixos has',
            } as const,
          ]
        : []),
      { value: 'none', label: 'Another one', hint: 'its hardware file is added later' },
    ];
    const message = 'Which computer is it for?';
    const value = await this.answer((common) =>
      pickOne({ ...common, ...this.plainList(message), entries }, 'this'),
    );
    return entries.find((entry) => entry.value === value)?.value ?? 'this';
  }

  /** A list of the program's own, of which anything can be chosen. */
  private plainList(message: string): Omit<Asked, 'entries' | 'signal'> {
    return { message: [message], style: this.style, validate: async () => undefined };
  }

  /** Asks one question of the table; what Enter alone answers is `standard`. */
  async ask(
    question: Question<QuestionName>,
    standard: Answer | undefined,
    answers: SoFar,
    context: Context,
  ): Promise<Given> {
    // one that is asked again has an answer already, which must not stand in its own way
    const { [question.name]: _, ...soFar } = answers;
    const asking = { question, standard, soFar, context };
    const value = await this.valueOf(asking);
    const check = await question.check(value, soFar, context);
    const isStandard = value === standard?.value;
    return {
      value: check.ok ? check.value : value,
      source: isStandard ? standard.source : 'you',
      note: check.ok ? check.note : undefined,
      given: true,
    };
  }

  private async valueOf(asking: Asking): Promise<string> {
    const { question, soFar, context } = asking;
    const choices = await question.choices?.(soFar, context);
    const [only, ...others] = choices ?? [];
    const isOpen = others.length > 0 || question.separator !== undefined || question.pattern;
    if (only && !isOpen) return this.sayThatItStays(asking, only.value);
    if (choices) return this.choose(asking, choices);
    return question.separator === '\n' ? this.typeLines(asking) : this.type(asking);
  }

  /** One choice is none: what rules the others out is worth more than a list of it. */
  private async sayThatItStays({ question, soFar, context }: Asking, value: string) {
    const reasons = (await question.whyLeftOut?.(soFar, context)) ?? [];
    const why = reasons.length > 0 ? `: every other choice ${reasons.join(', or ')}` : '';
    this.warn(`${question.label} stays ${value}${why}.`);
    return value;
  }

  /** What is asked, and for those who wonder what it decides, where there is room for it. */
  private message(question: Question): readonly string[] {
    const { label } = question;
    const words = helpInPrompt(question);
    if (label.length + 2 + words.length <= this.columns) {
      return [`${label}  ${this.style.dim(words)}`];
    }
    const room = this.columns >= roomForHelp;
    return [label, ...(room ? wrap(words, this.columns).map(this.style.dim) : [])];
  }

  /** What is wrong with a value, as a sentence. */
  private async wrong(value: string, { question, soFar, context }: Asking) {
    const check = await question.check(value, soFar, context);
    if (check.ok) return undefined;
    return `It ${check.why}.${check.suggestion ? ` Try ${check.suggestion}` : ''}`;
  }

  private async choose(asking: Asking, choices: readonly Choice[]): Promise<string> {
    const { question, standard, soFar } = asking;
    const taken = question.separator === ',' ? members(standard?.value ?? '') : [];
    const entries = await entriesOf(question, choices, soFar, taken, this);
    const list = {
      message: this.message(question),
      entries,
      style: this.style,
      validate: (value: string) => this.wrong(value, asking),
    };
    if (question.separator === ',') {
      const values = await this.answer((common) => takeSeveral({ ...common, ...list }, taken));
      return values.join(',');
    }
    return this.chooseOne(list, standard?.value);
  }

  private chooseOne(list: Omit<Asked, 'signal'>, standard: string | undefined): Promise<string> {
    const initial = list.entries.find(({ value }) => value === standard)?.value;
    const prompt = list.entries.length > longList ? searchOne : pickOne;
    return this.answer((common) => prompt({ ...common, ...list }, initial));
  }

  /** Text; see `typeText` for what is there before somebody types. */
  private type(asking: Asking): Promise<string> {
    const { question, standard } = asking;
    return this.typeText(asking, this.message(question), standard?.value);
  }

  /**
   * Values of which each has a line, one after the other, until there is an empty line. Those that
   * there are already come first, each written out.
   */
  private async typeLines(asking: Asking): Promise<string> {
    const there = asking.standard?.value.split('\n').filter((line) => line !== '') ?? [];
    const lines: string[] = [];
    for (let at = 0; ; at += 1) {
      const message = at === 0 ? this.message(asking.question) : ['Another one?  Enter for none'];
      const line = await this.typeText(asking, message, there[at] ?? '');
      if (line !== '') lines.push(line);
      else if (at >= there.length) return lines.join('\n');
    }
  }

  /**
   * Text with its default shown dim behind the cursor. One that may be empty begins with it
   * written out, so that it can be taken away.
   */
  private async typeText(
    asking: Asking,
    message: readonly string[],
    standard: string | undefined,
  ): Promise<string> {
    const mayBeEmpty = asking.question.mayBeEmpty ?? false;
    const fallback = mayBeEmpty ? undefined : standard;
    const typed = await this.answer((common) =>
      askLine({
        ...common,
        message,
        style: this.style,
        fallback,
        initial: mayBeEmpty ? standard : undefined,
        validate: (value) => this.wrong(value, asking),
      }),
    );
    return typed || fallback || '';
  }

  /**
   * Shows the answers that were not asked for. Returns the question to change, which can be any,
   * or nothing to go on.
   */
  async review(rows: readonly SummaryRow[]): Promise<Question<QuestionName> | undefined> {
    const open = rows.filter(({ question }) => !question.alwaysAsked);
    this.block('', drawSummary(open, this.style, this.columns));
    const next = await this.answer((common) =>
      pickOne(
        {
          ...common,
          ...this.plainList('Is this right?'),
          entries: [
            { value: 'go-on', label: 'Yes, go on' },
            { value: 'change', label: 'Change something', hint: 'a preset, a desktop, colours, …' },
          ],
        },
        'go-on',
      ),
    );
    if (next === 'go-on') return undefined;
    // what was asked before comes last: it is changed least often
    const asked = rows.filter(({ question }) => question.alwaysAsked);
    const name = await this.orBack(() => this.whichOf([...open, ...asked]));
    if (name === undefined) return this.review(rows);
    return rows.find(({ question }) => question.name === name)?.question;
  }

  private whichOf(rows: readonly SummaryRow[]): Promise<string> {
    const entries = rows.map(({ question, answer }) => ({
      value: question.name,
      label: question.label,
      hint: shownValue(question.name, answer.value),
      words: `--${flagName(question.name)} ${question.help}`,
      details: (width: number) => [this.style.dim(cut(helpInPrompt(question), width))],
    }));
    return this.answer((common) =>
      searchOne({ ...common, ...this.plainList('What?'), entries }, undefined),
    );
  }

  confirm(message: string, initial: boolean): Promise<boolean> {
    const { style } = this;
    return this.answer(({ signal }) => askYesNo({ message, style, signal, initial }));
  }

  block(title: string, lines: readonly string[]): void {
    clack.log.message([...(title ? [this.style.bold(title)] : []), ...lines].join('\n'));
  }

  warn(text: string): void {
    clack.log.warn(wrap(text, this.columns).join('\n'));
  }

  start(title: string): Progress {
    const spinner = new Spinner(this.stream, title, this.style, this.signal);
    const width = this.columns - 1;
    const say = (mark: string, text: string, lines: readonly string[] = []) => {
      const [first, ...rest] = wrapProse([text, ...lines], this.columns);
      const bar = this.style.dim(clack.S_BAR);
      spinner.stop([`${mark}  ${first}`, ...rest.map((line) => `${bar}  ${line}`)].join('\n'));
    };
    return {
      update: (text) => spinner.update(text.length > width ? `${text.slice(0, width - 1)}…` : text),
      done: (text) => say(this.style.green(clack.S_STEP_SUBMIT), text),
      note: (text, lines) => say(this.style.yellow(clack.S_WARN), text, lines),
      failed: (text, lines) => say(this.style.red(clack.S_ERROR), text, lines),
    };
  }

  end(text: string): void {
    clack.outro(text);
  }
}
