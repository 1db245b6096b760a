/** Whether the servers that Nix fetches from answer. */
import type { Finding, Situation } from './check.js';

export async function network({
  servers,
  hasProxy,
  isReachable,
}: Pick<Situation, 'servers' | 'hasProxy' | 'isReachable'>): Promise<Finding> {
  const unknown = (why: string): Finding => ({
    mark: 'unknown',
    text: `The network was not looked at: ${why}`,
  });
  if (servers.length === 0) return unknown('no servers to ask');
  if (hasProxy) return unknown('it goes through a proxy');
  const names = servers.map((server) => server.replace(/:\d+$/, ''));
  const there = await Promise.all(servers.map((server) => isReachable(server)));
  const silent = names.filter((_, at) => !there[at]);
  if (silent.length === 0)
    return { mark: 'good', text: `The network answers: ${names.join(', ')}` };
  return {
    mark: 'bad',
    text: `${silent.join(' and ')} ${silent.length === 1 ? 'does' : 'do'} not answer`,
    stops: 'build',
    fix: ['Join a network, which Nix fetches the new system over:', '  nmtui'],
  };
}
