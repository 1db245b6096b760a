/** The steps of the first rebuild: build, see what changes, try it, keep it. */
import type { Bad } from '../../checks/check.js';
import { commandLine } from '../../cli/words.js';
import { type RebuildAction, rebuild, rebuildCommand } from '../../effects/rebuild.js';
import type { Program } from '../../effects/run.js';
import { wrap } from '../../terminal/wrap.js';
import { atBuild, type Built } from './build-folder.js';
import { setPassword } from './password-step.js';
import { proveNothingLost } from './proof.js';
import type { Rebuilt, Steps } from './steps.js';
import { showPackages, showUnits } from './what-changes.js';

/** Goes through the steps up to the one that was asked for, or that somebody says yes to. */
export async function takeSteps(steps: Steps): Promise<Rebuilt> {
  if (!(await mayBuild(steps))) return 'not';
  return atBuild(steps.step.runner.person, async (built) => {
    if (!(await act(steps, 'build', built, false))) return 'failed';
    await showPackages(steps.step, steps.draft.output, built);
    if (steps.asked === 'build') return 'not';
    return activate(steps, built);
  });
}

/** From the built system to one that runs, as far as the checks and the person let it. */
async function activate(steps: Steps, built: Built): Promise<Rebuilt> {
  const { run, draft, step, asked } = steps;
  const stopped = asked === undefined ? 'not' : 'failed';
  if ((await proveNothingLost(run, draft, step)) === 'stop') return stopped;
  if (!(await mayChange(steps))) return stopped;
  return tryAndKeep(steps, built);
}

/** The steps that change something, in the order in which they are offered. */
function offered(asked: RebuildAction | undefined): readonly RebuildAction[] {
  if (asked === undefined) return ['test', 'switch', 'boot'];
  // a test first: where it fails, a restart still brings the old system
  return asked === 'switch' ? ['test', 'switch'] : [asked];
}

/** What has become of the steps so far. */
interface SoFar {
  /** Whether nobody could log in after a restart. */
  readonly isLockedOut: boolean;
  readonly isTried: boolean;
  /** Set where there is nothing left to do. */
  readonly ended?: Rebuilt;
}

async function tryAndKeep(steps: Steps, built: Built): Promise<Rebuilt> {
  const actions = offered(steps.asked);
  if (actions.includes('test')) await showUnits(steps, built);
  let soFar: SoFar = { isLockedOut: stops(steps, 'lock-out').length > 0, isTried: false };
  for (const action of actions) {
    soFar = await next(steps, built, action, soFar);
    if (soFar.ended) return soFar.ended;
  }
  if (soFar.isTried) {
    steps.draft.output.warn(
      'What you try is gone after a restart. The next steps say how to keep it.',
    );
  }
  return 'not';
}

/** Takes one step, where it still makes sense and is wanted. */
async function next(
  steps: Steps,
  built: Built,
  action: RebuildAction,
  soFar: SoFar,
): Promise<SoFar> {
  if (soFar.isLockedOut && action !== 'test') return { ...soFar, ended: lockedOut(steps) };
  // what runs already gains nothing from waiting for the next start
  if (action === 'boot' && soFar.isTried) return soFar;
  if (!(await wants(steps, action))) return soFar;
  if (!(await act(steps, action, built, soFar.isTried))) return { ...soFar, ended: 'failed' };
  if (action !== 'test') return { ...soFar, ended: action === 'boot' ? 'boot' : 'done' };
  const lacksPassword =
    soFar.isLockedOut && !(await setPassword(steps.draft, steps.step, built.folder, isRoot(steps)));
  return { isLockedOut: lacksPassword, isTried: true };
}

function stops({ findings }: Steps, wanted: Bad['stops']): readonly Bad[] {
  return findings.filter(
    (finding): finding is Bad => finding.mark === 'bad' && finding.stops === wanted,
  );
}

/** In a terminal a build is asked for too, unless a flag did and nothing speaks against it. */
async function mayBuild(steps: Steps): Promise<boolean> {
  show(steps, 'build');
  if (steps.asked !== undefined && stops(steps, 'build').length === 0) return true;
  return steps.draft.confirm('Run this now?', false);
}

/** What the checks found decides whether anything may be changed; a person may overrule some. */
async function mayChange(steps: Steps): Promise<boolean> {
  const { draft, run } = steps;
  const [unbootable] = stops(steps, 'no-boot');
  if (unbootable) {
    draft.output.warn(`${unbootable.text}. Until that is mended, it is only built.`);
    return false;
  }
  if (stops(steps, 'lock-out').length > 0 && (!run.interactive || steps.asked === 'boot')) {
    lockedOut(steps);
    return false;
  }
  const open = stops(steps, 'change');
  if (open.length === 0) return true;
  for (const { text } of open) draft.output.warn(`${text}.`);
  if (run.interactive) return draft.confirm('Go on all the same?', false);
  draft.output.warn('Nobody can be asked here, so it is only built.');
  return false;
}

function lockedOut(steps: Steps): Rebuilt {
  const [found] = stops(steps, 'lock-out');
  steps.draft.output
    .start('Rebuilding')
    .failed(`${found?.text}. It is not switched to before that is mended.`, found?.fix);
  return steps.asked === undefined ? 'not' : 'failed';
}

const titles: Readonly<Record<RebuildAction, readonly [title: string, what: string]>> = {
  build: ['The first rebuild: build it', 'Nothing is switched by this.'],
  test: ['The first rebuild: try it', 'It runs at once, and is gone after a restart.'],
  switch: ['The first rebuild: keep it', 'It runs at once, and after every restart.'],
  boot: ['The first rebuild: from the next start', 'Nothing changes until you restart.'],
};

function show(steps: Steps, action: RebuildAction): void {
  const { style, columns } = steps.draft.output;
  const [title, what] = titles[action];
  const command = commandLine(commandFor(steps, action));
  steps.draft.output.block(title, [style.cyan(command), ...wrap(what, columns).map(style.dim)]);
}

async function wants(steps: Steps, action: RebuildAction): Promise<boolean> {
  show(steps, action);
  return steps.draft.confirm('Run this now?', false);
}

function isRoot({ run }: Steps): boolean {
  return run.world.uid === 0;
}

function commandFor(steps: Steps, action: RebuildAction): Program['command'] {
  const { draft, step } = steps;
  return rebuildCommand(action, step.directory, draft.answers.hostname, isRoot(steps));
}

function act(
  steps: Steps,
  action: RebuildAction,
  { folder }: Built,
  isTried: boolean,
): Promise<boolean> {
  const { run, step, log } = steps;
  return rebuild(step, action, commandFor(steps, action), {
    root: run.context.facts.root,
    log,
    output: run.args.on.has('json') ? 'stderr' : 'stdout',
    folder,
    isTried,
  });
}
