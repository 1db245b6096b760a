/** What a built system would change: its packages, and the services that would restart. */
import { size } from '../../checks/sizes.js';
import { commandLine } from '../../cli/words.js';
import { type PackageChange, packageChanges } from '../../effects/closures.js';
import { diffCommand } from '../../effects/diff-command.js';
import { lastLines, runStep, type StepContext } from '../../effects/step.js';
import { type UnitChanges, unitChanges } from '../../effects/units.js';
import type { Output } from '../../terminal/output.js';
import { wrap } from '../../terminal/wrap.js';
import type { Built } from './build-folder.js';
import type { Steps } from './steps.js';

const runningSystem = '/run/current-system';

/** Packages that a person would want to know of by name, the most important first. */
const important = [
  /^linux(?:-\d[\d.]*|-zen|-hardened)?$/,
  /^nvidia-x11$/,
  /^systemd$/,
  /^(?:gnome-shell|plasma-workspace|kwin|hyprland|sway|niri|cosmic-comp|xfce4-session|cinnamon|mate-session-manager|lxqt-session|budgie-desktop|gala|i3)$/,
  /^(?:gdm|sddm|lightdm|greetd)$/,
  /^(?:mesa|pipewire|networkmanager|openssh|nix)$/i,
  /^(?:firefox|chromium|brave)$/,
];

/** Shows in a few lines what comes, what goes and what gets another version. */
export async function showPackages(step: StepContext, output: Output, built: Built): Promise<void> {
  const system = built.system();
  if (system === undefined) return;
  const progress = step.start('Comparing');
  const outcome = await runStep(step, diffCommand(runningSystem, system));
  if (outcome.code !== 0) {
    progress.note('What changes could not be read.', lastLines(outcome.output, 3));
    return;
  }
  progress.done('What would change');
  const lines = packageLines(packageChanges(outcome.stdout), output);
  output.block('', lines);
}

/** The sums, then what is important by name, then what comes and what goes. */
function packageLines(
  changes: readonly PackageChange[],
  { style, columns }: Pick<Output, 'style' | 'columns'>,
): readonly string[] {
  if (changes.length === 0) return ['Nothing: every package stays as it is.'];
  const added = changes.filter(({ before, after }) => before.length === 0 && after.length > 0);
  const removed = changes.filter(({ before, after }) => before.length > 0 && after.length === 0);
  const updated = changes.filter(({ before, after }) => before.length > 0 && after.length > 0);
  const growth = changes.reduce((sum, change) => sum + change.growth, 0);
  const byName = important.flatMap((pattern) => changes.filter(({ name }) => pattern.test(name)));
  const width = Math.max(...byName.map(({ name }) => name.length), 0);
  const room = (lines: readonly string[]) => lines.flatMap((line) => wrap(line, columns));
  return [
    ...room([
      `${updated.length} in another version, ${added.length} new, ${removed.length} gone; ${grown(growth)}`,
    ]),
    ...byName.map(
      ({ name, before, after }) =>
        `${style.bold(name.padEnd(width))}  ${before.join(', ') || 'new'} → ${after.join(', ') || 'gone'}`,
    ),
    ...several(
      'New',
      added.map(({ name }) => name),
      columns,
    ).map(style.green),
    ...several(
      'Gone',
      removed.map(({ name }) => name),
      columns,
    ).map(style.red),
  ];
}

function grown(bytes: number): string {
  return `${size(Math.abs(bytes))} ${bytes < 0 ? 'less' : 'more'}`;
}

/** `New: a, b, c and 12 more`, in lines. */
function several(what: string, names: readonly string[], columns: number): readonly string[] {
  if (names.length === 0) return [];
  const shown = names.slice(0, 8);
  const rest = names.length - shown.length;
  return wrap(`${what}: ${shown.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`, columns);
}

/** Asks the new system what it would restart, which takes root and changes nothing. */
export async function showUnits({ run, draft, step }: Steps, built: Built): Promise<void> {
  const system = built.system();
  if (system === undefined) return;
  const { output } = draft;
  const program = `${system}/bin/switch-to-configuration`;
  const isRoot = run.world.uid === 0;
  const command = isRoot
    ? ([program, 'dry-activate'] as const)
    : (['sudo', program, 'dry-activate'] as const);
  output.block('Which services would restart', [
    output.style.cyan(commandLine(command)),
    ...wrap('It only looks, and needs root for that.', output.columns).map(output.style.dim),
  ]);
  if (!(await draft.confirm('Run this now?', true))) return;
  // sudo may ask for the password here, which a moving line would write over
  const outcome = await runStep(
    { ...step, runner: { ...step.runner, person: undefined } },
    command,
  );
  const progress = step.start('Which services would restart');
  if (outcome.code !== 0) {
    const why = outcome.absent ? [`${command[0]} is not here.`] : lastLines(outcome.output, 3);
    progress.note('It could not be read.', why);
    return;
  }
  progress.done('What trying it would do');
  output.block('', unitLines(unitChanges(outcome.output), output));
}

/** A line for each kind, and a warning where the desktop itself would go down. */
function unitLines(
  { restarted, started, stopped, reloaded, left }: UnitChanges,
  { style, columns }: Pick<Output, 'style' | 'columns'>,
): readonly string[] {
  const names = (units: readonly string[]) => units.map((unit) => unit.replace(/\.service$/, ''));
  const lines = [
    ...several('Restarted', names(restarted), columns),
    ...several('Started', names(started), columns),
    ...several('Stopped', names(stopped), columns),
    ...several('Reloaded', names(reloaded), columns),
    ...several('Left as they run', names(left), columns),
  ];
  const endsSession = [...restarted, ...stopped].some((unit) => unit === 'display-manager.service');
  return [
    ...(lines.length > 0 ? lines : ['No service is restarted.']),
    ...(endsSession
      ? wrap(
          'The login screen restarts, and your session ends: save your work first.',
          columns,
        ).map(style.yellow)
      : []),
  ];
}
