/** Whether the machine keeps its name, or gets another one that somebody has chosen. */
import type { Finding, Situation } from './check.js';

export function hostName({
  host,
  hostnameNow,
  hostnameChosen,
}: Pick<Situation, 'host' | 'hostnameNow' | 'hostnameChosen'>): Finding {
  if (hostnameNow === undefined) {
    return { mark: 'unknown', text: `What the machine is called before ${host} is not known` };
  }
  if (hostnameNow === host) return { mark: 'good', text: `The machine is still called ${host}` };
  if (hostnameChosen) {
    return { mark: 'good', text: `The machine is called ${host} from now on, as you chose` };
  }
  return {
    mark: 'bad',
    text: `The machine is called ${hostnameNow}, and would be ${host}`,
    stops: 'change',
    fix: ['Say which name you want:', `  --hostname ${hostnameNow}`],
  };
}
