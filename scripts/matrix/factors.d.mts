import type { Answers } from '../../src/questions/answers.js';
import type { Choice, Context, Question, SoFar } from '../../src/questions/question.js';
import type { QuestionName } from '../../src/questions/table.js';
import type { Factor, Row, Rules } from './pairs.d.mts';

/** The parts of the program that say what can be answered. */
export interface Program {
  readonly questions: readonly Question<QuestionName>[];
  readonly mostChoices: SoFar;
  readonly unknownMachine: Context;
}

/** A question, or one of the values of a question that takes several. */
export interface QuestionFactor extends Factor {
  readonly question: Question<QuestionName>;
  readonly choice?: Choice;
}

type State = Record<string, string>;

export function factorsOf(program: Program, channel: string): Promise<readonly QuestionFactor[]>;

export function rulesOf(
  program: Program,
  hardwareFile: (name: string) => string,
): Rules<QuestionFactor, State>;

export function answersOf(
  program: Program,
  rules: Rules<QuestionFactor, State>,
  factors: readonly QuestionFactor[],
  row: Row,
): Answers;
