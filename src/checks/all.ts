/** The checks before the first switch, in the order in which they are read. */
import { battery } from './battery.js';
import { bootMounted } from './boot-mounted.js';
import { bootRoom } from './boot-room.js';
import type { Check, Finding, Situation } from './check.js';
import { devices } from './devices.js';
import { diskRoom } from './disk-room.js';
import { encryption } from './encryption.js';
import { homeFiles } from './home-files.js';
import { hostName } from './host-name.js';
import { network } from './network.js';
import { tracked } from './tracked.js';
import { user } from './user.js';

const checks: readonly Check[] = [
  devices,
  encryption,
  bootMounted,
  bootRoom,
  diskRoom,
  user,
  hostName,
  homeFiles,
  tracked,
  network,
  battery,
];

/** What all of them find. They look at the same time, since one may wait for a server. */
export async function lookAtAll(situation: Situation): Promise<readonly Finding[]> {
  const found = await Promise.all(checks.map(async (check) => check(situation)));
  return found.filter((finding) => finding !== undefined);
}
