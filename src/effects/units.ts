/** Reads what `switch-to-configuration dry-activate` prints (switch-to-configuration-ng). */

/** systemd's units by what an activation would do to them, each sorted as it was printed. */
export interface UnitChanges {
  readonly restarted: readonly string[];
  readonly started: readonly string[];
  readonly stopped: readonly string[];
  readonly reloaded: readonly string[];
  /** Changed, and left as they run until a restart. */
  readonly left: readonly string[];
}

/** One that would be stopped and started is restarted. */
export function unitChanges(output: string): UnitChanges {
  const after = (what: string) => {
    // what the activation itself asks for comes in lines of its own, `… units as well: `
    const line = new RegExp(`^would ${what}(?: as well)?: (.+)$`, 'gm');
    return [...output.matchAll(line)].flatMap(([, units = '']) => units.trim().split(', '));
  };
  const [stop, start] = [after('stop the following units'), after('start the following units')];
  return {
    restarted: [
      ...after('restart the following units'),
      ...stop.filter((unit) => start.includes(unit)),
    ],
    started: start.filter((unit) => !stop.includes(unit)),
    stopped: stop.filter((unit) => !start.includes(unit)),
    reloaded: after('reload the following units'),
    left: [
      ...after('NOT stop the following changed units'),
      ...after('NOT restart the following changed units'),
    ],
  };
}
