/** Whether the hardware file that stands in the repo is one to build a machine from. */
import { isPlaceholder } from '../../nixos/hardware-text.js';
import { isForHere } from '../../questions/question.js';
import { hardwareFileOf } from './hardware.js';
import type { Draft } from './run.js';

/** Its text, or as the end of a sentence why it does not do for the machine that `whose` names. */
export async function hardwareThatStands(
  { answers, plan, hardware }: Draft,
  whose: string,
): Promise<{ readonly text: string } | { readonly why: string }> {
  const name = hardwareFileOf(answers.hostname);
  const file = plan.files.find(({ path }) => path === name);
  const text = file?.state === 'keep' ? file.before : file?.text;
  if (text === undefined || (await isPlaceholder(text))) {
    return { why: 'the hardware file is a placeholder' };
  }
  const isOwn = isForHere(answers) && text === hardware;
  return isOwn ? { text } : { why: `the hardware file is not ${whose} own` };
}
