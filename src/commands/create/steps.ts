/** What the steps of the first rebuild share. */
import type { Finding } from '../../checks/check.js';
import type { RebuildAction } from '../../effects/rebuild.js';
import type { StepContext } from '../../effects/step.js';
import type { Draft, Run } from './run.js';

/** Switched, made the next start, failed, or not done: declined, or no more than built or tried. */
export type Rebuilt = 'done' | 'boot' | 'failed' | 'not';

/** What all steps know. */
export interface Steps {
  readonly run: Run;
  readonly draft: Draft;
  readonly step: StepContext;
  /** What `--rebuild` asks for; nothing where it is only offered. */
  readonly asked: RebuildAction | undefined;
  readonly findings: readonly Finding[];
  readonly log: string | undefined;
}
