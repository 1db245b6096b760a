/** Whether the machine keeps its name, or gets another one that somebody has chosen. */
import { stringValue } from '../nix/values.js';
import type { Finding, Situation } from './check.js';
import { below, settings } from './settings.js';

export function hostName({
  host,
  files,
  hostnameNow,
  hostnameChosen,
}: Pick<Situation, 'host' | 'files' | 'hostnameNow' | 'hostnameChosen'>): Finding {
  // one that was carried over may be another than the host's in the flake: `Desk`, for `desk`
  const [set] = below(settings(files, host), 'networking', 'hostName');
  const name = (set && stringValue(set.value)) ?? host;
  if (hostnameNow === undefined) {
    return { mark: 'unknown', text: `What the machine is called before ${name} is not known` };
  }
  if (hostnameNow === name) return { mark: 'good', text: `The machine is still called ${name}` };
  if (hostnameChosen) {
    return { mark: 'good', text: `The machine is called ${name} from now on, as you chose` };
  }
  return {
    mark: 'bad',
    text: `The machine is called ${hostnameNow}, and would be ${name}`,
    stops: 'change',
    fix: ['Say which name you want:', `  --hostname ${hostnameNow}`],
  };
}
