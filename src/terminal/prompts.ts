/** The prompts, drawn by clack. Loaded only where somebody is asked. */
import * as clack from '@clack/prompts';
import type { Progress } from '../effects/step.js';
import { Interrupted } from '../errors.js';
import type { Answer, Ask } from '../questions/answers.js';
import { type Context, flagName, type Question, type SoFar } from '../questions/question.js';
import type { QuestionName } from '../questions/table.js';
import type { Output, Stream } from './output.js';
import type { Style } from './style.js';
import { drawSummary, type SummaryRow, shownValue } from './summary.js';

/** Lists longer than this can be searched by typing. */
const longList = 10;

type Given = NonNullable<Awaited<ReturnType<Ask>>>;

/** The answer, or the end of the program where somebody pressed Ctrl-C. */
function answered<T>(value: T | typeof clack.CANCEL_SYMBOL): T {
  if (clack.isCancel(value)) throw new Interrupted();
  return value;
}

export class Prompts implements Output {
  readonly columns: number;

  constructor(
    stream: Stream,
    readonly style: Style,
  ) {
    this.columns = (stream.columns ?? 80) - 3;
  }

  intro(text: string): void {
    clack.intro(this.style.bold(text));
  }

  /** This machine, or another one? It decides what the machine's facts are good for. */
  async askWhichMachine(): Promise<Given> {
    const value = answered(
      await clack.select({
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

  /** What is asked, and for those who wonder what it decides. */
  private message({ label, help }: Question): string {
    return `${label}  ${this.style.dim(help)}`;
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
      return answered(await clack.select({ message, options, ...initialValue }));
    }
    return answered(
      await clack.autocomplete({
        message,
        options,
        maxItems: 8,
        placeholder: 'type to search',
        ...initialValue,
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
    const typed = answered(
      await clack.text({
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
    const next = answered(
      await clack.select({
        message: 'Is this right?',
        options: [
          { value: 'go-on', label: 'Yes, go on' },
          { value: 'change', label: 'Change something' },
        ],
        initialValue: 'go-on',
      }),
    );
    if (next === 'go-on') return undefined;
    const name = answered(
      await clack.autocomplete({
        message: 'What?',
        maxItems: 8,
        placeholder: 'type to search',
        options: rows.map(({ question, answer }) => ({
          value: question.name,
          label: question.label,
          hint: `${shownValue(question.name, answer.value)}, --${flagName(question.name)}`,
        })),
      }),
    );
    return rows.find(({ question }) => question.name === name)?.question;
  }

  async confirm(message: string, initialValue: boolean): Promise<boolean> {
    return answered(await clack.confirm({ message, initialValue }));
  }

  block(title: string, lines: readonly string[]): void {
    clack.log.message([...(title ? [this.style.bold(title)] : []), ...lines].join('\n'));
  }

  warn(text: string): void {
    clack.log.warn(text);
  }

  start(title: string): Progress {
    const spinner = clack.spinner();
    spinner.start(title);
    const stop = (how: () => void, lines: readonly string[] = []) => {
      how();
      if (lines.length > 0) clack.log.message(lines.join('\n'), { spacing: 0 });
    };
    const width = this.columns - 4;
    return {
      update: (text) => spinner.message(text.length > width ? `${text.slice(0, width)}…` : text),
      done: (text) => stop(() => spinner.stop(text)),
      note: (text, lines) => {
        spinner.clear();
        clack.log.warn([text, ...(lines ?? [])].join('\n'));
      },
      failed: (text, lines) => stop(() => spinner.error(text), lines),
    };
  }

  end(text: string): void {
    clack.outro(text);
  }
}
