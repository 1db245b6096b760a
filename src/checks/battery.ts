/** Whether a laptop would run out of power on the way. */
import { isOwnBattery } from '../machine/laptop.js';
import type { Finding, Situation } from './check.js';

/** Below this, in percent, a build of an hour may not come to its end. */
const enough = 20;

const folder = '/sys/class/power_supply';

export function battery({ root }: Pick<Situation, 'root'>): Finding | undefined {
  const own = root.list(folder).filter((name) => isOwnBattery(root, name));
  const levels = own.flatMap((name) => {
    const level = Number.parseInt(root.read(`${folder}/${name}/capacity`) ?? '', 10);
    return Number.isNaN(level) ? [] : [level];
  });
  if (levels.length === 0) return undefined;
  const level = Math.max(...levels);
  const isDraining = own.some(
    (name) => root.read(`${folder}/${name}/status`)?.trim() === 'Discharging',
  );
  if (!isDraining) return { mark: 'good', text: `On mains, with the battery at ${level} %` };
  if (level >= enough) return { mark: 'good', text: `The battery is at ${level} %` };
  return {
    mark: 'bad',
    text: `The battery is at ${level} %, and nothing charges it`,
    stops: 'change',
    fix: ['Plug it in: a machine that goes out while its boot loader is written may not start.'],
  };
}
