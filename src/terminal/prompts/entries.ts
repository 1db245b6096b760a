/** The entries of a question's list: what is said of each choice before it is made. */
import type { Brings, Choice, Question, SoFar } from '../../questions/question.js';
import { type QuestionName, questions } from '../../questions/table.js';
import type { Style } from '../style.js';
import { wrap } from '../wrap.js';
import { drawAdditions } from './additions.js';
import { blocks, type Depth } from './colours.js';
import type { Entry } from './draw-list.js';

/** What the terminal can show. */
export interface Look {
  readonly style: Style;
  readonly depth: Depth;
}

/** `taken` is what several of which one may need another begin with. */
export async function entriesOf(
  question: Question<QuestionName>,
  choices: readonly Choice[],
  soFar: SoFar,
  taken: readonly string[],
  look: Look,
): Promise<readonly Entry[]> {
  const own = await ownDrawing(question.name, look);
  return Promise.all(
    choices.map(async ({ value, hint }) => {
      const answer = [...taken, value].join(',');
      const brings = (await question.brings?.(value, { ...soFar, [question.name]: answer })) ?? {};
      return {
        value,
        label: value,
        hint,
        swatch: own.swatch?.(value),
        picture: own.picture?.(value),
        details: own.details?.(value) ?? ((width) => additions(brings, soFar, width, look.style)),
      };
    }),
  );
}

function additions(brings: Brings, soFar: SoFar, width: number, { dim }: Style) {
  return drawAdditions(brings, soFar['hostname'] ?? 'HOST', width).map((line) => dim(line));
}

/** What a question shows of its choices besides their hints. */
interface Drawing {
  readonly swatch?: (value: string) => Entry['swatch'];
  readonly picture?: (value: string) => Entry['picture'];
  readonly details?: (value: string) => Entry['details'];
}

/** Loaded for the list that is asked, and for no other. */
async function ownDrawing(name: QuestionName, look: Look): Promise<Drawing> {
  if (name === 'theme') return exampleDrawing(look);
  if (name === 'colors') return swatchDrawing(look);
  return name === 'preset' ? presetDrawing(look) : {};
}

/** The prompt as a theme draws it. */
async function exampleDrawing({ depth }: Look): Promise<Drawing> {
  const [{ themeExamples }, { drawExample }] = await Promise.all([
    import('../../data/theme-examples.js'),
    import('./examples.js'),
  ]);
  return {
    picture(value) {
      const example = themeExamples[value];
      return example === undefined ? undefined : (width) => drawExample(example, width, depth);
    },
  };
}

/** Eight colours of a scheme, beside its name. */
async function swatchDrawing({ depth }: Look): Promise<Drawing> {
  if (depth === 'none') return {};
  const { swatches } = await import('../../choices/colors.js');
  return {
    swatch: (value) => (width) => {
      const colours = swatches(value);
      const each = width >= 60 ? 2 : 1;
      return { text: blocks(colours, each, depth), width: colours.length * each };
    },
  };
}

/** What a preset answers, by the questions' labels. Those that were asked first are answered already. */
async function presetDrawing({ style }: Look): Promise<Drawing> {
  const { presets } = await import('../../choices/presets.js');
  return {
    details(value) {
      const answers = presets.find((preset) => preset.value === value)?.answers ?? {};
      const words = questions
        .filter(({ name, alwaysAsked }) => answers[name] !== undefined && !alwaysAsked)
        .map(({ name, label }) => `${label}: ${answers[name]?.replaceAll(',', ', ') || 'none'}`);
      const text = words.join(' · ') || 'Every default as it is';
      return (width) => wrap(text, width).map((line) => style.dim(line));
    },
  };
}
