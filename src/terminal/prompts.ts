/** The prompts, drawn by clack. Loaded only where somebody is asked. */
import * as clack from '@clack/prompts';
import type { Progress } from '../effects/step.js';
import { Interrupted } from '../errors.js';
import type { Answer, Ask } from '../questions/answers.js';
import { type Context, flagName, type Question, type SoFar } from '../questions/question.js';
import type { QuestionName } from '../questions/table.js';
import type { Output, Stream } from './output.js';
import { Spinner } from './spinner.js';
import type { Style } from './style.js';
import { drawSummary, type SummaryRow, shownValue } from './summary.js';
import { wrap, wrapProse } from './wrap.js';

/** Lists longer than this can be searched by typing. */
const longList = 10;

/** A search that finds nothing leaves nothing to choose. */
const chosen = (value: unknown) => (value === undefined ? 'Choose one of the list' : undefined);

type Given = NonNullable<Awaited<ReturnType<Ask>>>;

export class Prompts implements Output {
  readonly columns: number;

  constructor(
    private readonly stream: Stream,
    readonly style: Style,
    private readonly signal: AbortSignal,
  ) {
    this.columns = (stream.columns ?? 80) - 3;
  }

  /** The answer, or the end of the program where somebody pressed Ctrl-C or a signal came. */
  private async answer<T>(
    prompt: (common: { signal: AbortSignal }) => Promise<T | typeof clack.CANCEL_SYMBOL>,
  ): Promise<T> {
    // a signal for each prompt, since clack leaves its listeners on the one that it gets
    const value = await prompt({ signal: AbortSignal.any([this.signal]) });
    this.signal.throwIfAborted();
    if (clack.isCancel(value)) throw new Interrupted();
    return value;
  }

  intro(text: string): void {
    clack.intro(this.style.bold(text));
  }

  /** This machine, or another one? It decides what the machine's facts are good for. */
  async askWhichMachine(): Promise<Given> {
    const value = await this.answer((common) =>
      clack.select({
        ...common,
        message: 'Which computer is it for?',
        options: [
          { value: 'this', label: 'This one', hint: 'takes its hardware and settings over' },
          { value: 'none', label: 'Another one', hint: 'its hardware file is added later' },
        ],
        initialValue: 'this',
      }),
    );
    return { value, source: 'you', given: true };
  }

  /** Asks one question of the table; what Enter alone answers is `standard`. */
  async ask(
    question: Question<QuestionName>,
    standard: Answer | undefined,
    soFar: SoFar,
    context: Context,
  ): Promise<Given> {
    const choices = await question.choices?.(soFar);
    const value = choices
      ? await this.choose(question, choices, standard?.value)
      : await this.type(question, standard, soFar, context);
    const check = await question.check(value, soFar, context);
    const isStandard = value === standard?.value;
    return {
      value: check.ok ? check.value : value,
      source: isStandard ? standard.source : 'you',
      note: check.ok ? check.note : undefined,
      given: true,
    };
  }

  /** What is asked, and for those who wonder what it decides, where there is room for it. */
  private message({ label, help }: Question): string {
    const fits = label.length + 2 + help.length <= this.columns;
    return fits ? `${label}  ${this.style.dim(help)}` : label;
  }

  private async choose(
    question: Question,
    choices: NonNullable<Awaited<ReturnType<NonNullable<Question['choices']>>>>,
    standard: string | undefined,
  ): Promise<string> {
    const message = this.message(question);
    const options = choices.map(({ value, hint }) => (hint ? { value, hint } : { value }));
    const known = options.some(({ value }) => value === standard);
    const initialValue = known && standard !== undefined ? { initialValue: standard } : {};
    if (options.length <= longList) {
      return await this.answer((common) =>
        clack.select({ ...common, message, options, ...initialValue }),
      );
    }
    return await this.answer((common) =>
      clack.autocomplete({
        ...common,
        message,
        options,
        maxItems: 8,
        placeholder: 'type to search',
        ...initialValue,
        validate: chosen,
      }),
    );
  }

  /**
   * Text with its default shown dim behind the cursor. One that may be empty begins with it
   * written out, so that it can be taken away.
   */
  private async type(
    question: Question,
    standard: Answer | undefined,
    soFar: SoFar,
    context: Context,
  ): Promise<string> {
    const fallback = question.mayBeEmpty ? undefined : standard?.value;
    const typed = await this.answer((common) =>
      clack.text({
        ...common,
        message: this.message(question),
        ...(fallback ? { placeholder: fallback, defaultValue: fallback } : {}),
        ...(question.mayBeEmpty && standard ? { initialValue: standard.value } : {}),
        async validate(value) {
          const text = value || fallback || '';
          const check = await question.check(text, soFar, context);
          if (check.ok) return undefined;
          return `It ${check.why}.${check.suggestion ? ` Try ${check.suggestion}` : ''}`;
        },
      }),
    );
    return typed || fallback || '';
  }

  /**
   * Shows the answers that were not asked for. Returns the question to change, which can be any,
   * or nothing to go on.
   */
  async review(rows: readonly SummaryRow[]): Promise<Question<QuestionName> | undefined> {
    const rest = rows.filter(({ question }) => !question.alwaysAsked);
    this.block('', drawSummary(rest, this.style, this.columns));
    const next = await this.answer((common) =>
      clack.select({
        ...common,
        message: 'Is this right?',
        options: [
          { value: 'go-on', label: 'Yes, go on' },
          { value: 'change', label: 'Change something' },
        ],
        initialValue: 'go-on',
      }),
    );
    if (next === 'go-on') return undefined;
    const name = await this.answer((common) =>
      clack.autocomplete({
        ...common,
        message: 'What?',
        maxItems: 8,
        placeholder: 'type to search',
        options: rows.map(({ question, answer }) => ({
          value: question.name,
          label: question.label,
          hint: `${shownValue(question.name, answer.value)}, --${flagName(question.name)}`,
        })),
        validate: chosen,
      }),
    );
    return rows.find(({ question }) => question.name === name)?.question;
  }

  async confirm(message: string, initialValue: boolean): Promise<boolean> {
    return await this.answer((common) => clack.confirm({ ...common, message, initialValue }));
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
      const bar = this.style.dim('│');
      spinner.stop([`${mark}  ${first}`, ...rest.map((line) => `${bar}  ${line}`)].join('\n'));
    };
    return {
      update: (text) => spinner.update(text.length > width ? `${text.slice(0, width - 1)}…` : text),
      done: (text) => say(this.style.green('◇'), text),
      note: (text, lines) => say(this.style.yellow('▲'), text, lines),
      failed: (text, lines) => say(this.style.red('■'), text, lines),
    };
  }

  end(text: string): void {
    clack.outro(text);
  }
}
