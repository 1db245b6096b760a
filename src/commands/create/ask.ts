/** Asks at the terminal what is not given. */
import { type Resolved, resolveAnswers } from '../../questions/answers.js';
import type { Context } from '../../questions/question.js';
import { questions } from '../../questions/table.js';
import { Prompts } from '../../terminal/prompts.js';
import { styleFor } from '../../terminal/style.js';
import { version } from '../../version.js';
import { type GivenMap, rowsOf, sayThatRootIsThere } from './find-answers.js';
import type { Run, Talk } from './run.js';

/** Asks the first questions, shows the rest, and asks again for what is to be changed. */
export async function askQuestions(run: Run, given: GivenMap): Promise<Talk> {
  const { stdout, env, interruption } = run.world;
  const prompts = new Prompts(stdout, await styleFor(stdout, env), interruption.signal, env);
  prompts.intro(`create-nixos-config ${version}`);
  sayThatRootIsThere(run, prompts);
  const context = await whichContext(run, prompts, given);
  let resolved = await askOpen(context, prompts, given);
  for (;;) {
    warnAboutNotes(prompts, resolved);
    const change = await prompts.review(rowsOf(resolved.answers));
    if (change === undefined) break;
    const soFar = Object.fromEntries(
      [...resolved.answers].map(([name, { value }]) => [name, value]),
    );
    const before = resolved.answers.get(change.name);
    const after = await prompts.orBack(() => prompts.ask(change, before, soFar, context));
    // one that was only looked at still follows the preset
    if (after !== undefined && after.value !== before?.value) given.set(change.name, after);
    resolved = await askOpen(context, prompts, given);
  }
  const confirm = (message: string, initial = true) => prompts.confirm(message, initial);
  return { found: resolved.answers, context, output: prompts, confirm };
}

/** Asks which computer it is for, where this one could be; and with it whether it keeps what it has. */
async function whichContext({ context }: Run, prompts: Prompts, given: GivenMap): Promise<Context> {
  if (!context.facts.isInstalledNixos || given.has('hardware')) return context;
  const asksOld = context.old !== undefined && !context.old.isNamed && !context.old.isFlake;
  const which = await prompts.askWhichMachine(asksOld);
  given.set('hardware', { value: which === 'none' ? 'none' : 'this', source: 'you' });
  return which === 'afresh' ? { ...context, old: undefined } : context;
}

/**
 * Asks what is always asked and not given yet, what has no default, and what another answer has
 * made wrong. What is answered is kept in `given`, so that nothing is asked twice.
 */
async function askOpen(context: Context, prompts: Prompts, given: GivenMap): Promise<Resolved> {
  for (;;) {
    const resolved = await resolveAnswers(given, context, async (question, standard, soFar) => {
      const suggested = await question.suggests?.(soFar, context);
      if (standard !== undefined && !suggested && !question.alwaysAsked) return standard;
      if (suggested?.note) prompts.warn(`${question.label}: ${suggested.note}.`);
      const first = suggested ? { ...suggested, given: false } : standard;
      const answer = await prompts.ask(question, first, soFar, context);
      given.set(question.name, answer);
      return answer;
    });
    if (resolved.wrong.length === 0) return resolved;
    for (const { question, typed, check } of resolved.wrong) {
      const shown = question.mayBeSecret ? '' : ` ${typed}`;
      prompts.warn(`${question.label}${shown} ${check.why}.`);
      given.delete(question.name);
    }
  }
}

/** What an answer of the first questions wants to have said; the others' stand in the summary. */
function warnAboutNotes(prompts: Prompts, { answers }: Resolved): void {
  for (const { name, label, alwaysAsked } of questions) {
    const note = answers.get(name)?.note;
    if (alwaysAsked && note) prompts.warn(`${label}: ${note}.`);
  }
}
