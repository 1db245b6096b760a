/** Draws what the checks before the first switch have found. */
import type { Finding } from '../../checks/check.js';
import type { Output } from '../../terminal/output.js';
import { signs } from '../../terminal/style.js';
import { wrap, wrapProse } from '../../terminal/wrap.js';

/** A line each, with what to do below those that are not well. */
export function drawFindings(
  findings: readonly Finding[],
  { style, columns }: Pick<Output, 'style' | 'columns'>,
): readonly string[] {
  const marks = {
    good: style.green(signs.good),
    bad: style.red(signs.bad),
    unknown: style.dim(signs.unknown),
  } as const;
  return findings.flatMap((finding) => {
    const [first = '', ...rest] = wrap(finding.text, columns - 4);
    const colour = finding.mark === 'unknown' ? style.dim : (text: string) => text;
    return [
      `${marks[finding.mark]} ${colour(first)}`,
      ...rest.map((line) => `  ${colour(line)}`),
      ...wrapProse(below(finding), columns - 4).map((line) => `  ${style.dim(line)}`),
    ];
  });
}

function below(finding: Finding): readonly string[] {
  if (finding.mark === 'bad') return finding.fix;
  return finding.mark === 'good' ? (finding.notes ?? []) : [];
}
