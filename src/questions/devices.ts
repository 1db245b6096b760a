/** Graphics, kernel and disks. */
import type { DisplayDevice } from '../machine/graphics.js';
import type { Soon } from '../soon.js';
import { chooseOne } from './choose.js';
import {
  accepted,
  type Brings,
  type Default,
  isForHere,
  type Question,
  standard,
  type View,
} from './question.js';

const graphics = chooseOne({
  name: 'graphics',
  label: 'Graphics',
  nothing: 'none',
  help: 'the driver of the graphics card',
  placeholder: '<driver>',
  load: async () => (await import('../choices/graphics.js')).graphics,
  plain: { none: {} },
  defaultInWords: "the machine's, but NVIDIA's only where it is asked for; else none",
  defaults: (soFar, { facts }) =>
    isForHere(soFar) && facts.displayDevices.length > 0
      ? thisMachines(facts.displayDevices)
      : [standard('none')],
});

async function thisMachines(devices: readonly DisplayDevice[]): Promise<readonly Default[]> {
  const { graphicsOf } = await import('../choices/graphics.js');
  return [{ ...graphicsOf(devices), source: 'this machine' }, standard('none')];
}

const nvidiaBusIds = {
  name: 'nvidiaBusIds',
  label: 'Bus IDs',
  nothing: '',
  help: 'where the two graphics cards sit: intel=PCI:0:2:0,nvidia=PCI:1:0:0',
  placeholder: '<ids>',
  applies: (soFar) => soFar['graphics'] === 'nvidia-laptop',
  appliesTo: 'is for two graphics cards (--graphics nvidia-laptop)',
  defaultInWords: "this machine's",
  async check(typed) {
    const { checkBusIds } = await import('../choices/graphics.js');
    return checkBusIds(typed);
  },
  async defaults(soFar, { facts }) {
    if (!isForHere(soFar)) return [];
    const { busIdsOf } = await import('../choices/graphics.js');
    const value = busIdsOf(facts.displayDevices);
    return value === undefined ? [] : [{ value, source: 'this machine' }];
  },
  view: (value): Soon<View> =>
    value ? import('../choices/graphics.js').then(({ busIdsView }) => busIdsView(value)) : {},
} as const satisfies Question;

const kernel = chooseOne({
  name: 'kernel',
  label: 'Kernel',
  nothing: 'default',
  help: 'which Linux',
  placeholder: '<kernel>',
  load: async () => (await import('../choices/kernels.js')).kernels,
  plain: { default: {} },
  defaultInWords: 'default',
  defaults: () => [standard('default')],
});

const disk = chooseOne({
  name: 'disk',
  label: 'Disk',
  nothing: 'keep',
  help: 'how the disk is to be laid out, through disko; all that is on it goes',
  placeholder: '<layout>',
  load: async () => (await import('../choices/disks.js')).disks,
  plain: { keep: {} },
  defaultInWords: 'keep',
  defaults: () => [standard('keep')],
});

const diskDevice = {
  name: 'diskDevice',
  label: 'Disk device',
  nothing: '',
  help: 'the disk to lay out, by its id: /dev/disk/by-id/...',
  placeholder: '<device>',
  applies: (soFar) => soFar['disk'] !== 'keep',
  appliesTo: 'is for a disk that is laid out (--disk)',
  defaultInWords: 'none, it is never guessed',
  async check(typed) {
    const { checkDiskDevice } = await import('../choices/disks.js');
    return checkDiskDevice(typed);
  },
  defaults: () => [],
} as const satisfies Question;

const profiles = () => import('../choices/hardware-profiles.js');

const hardwareProfile = {
  name: 'hardwareProfile',
  label: 'Hardware profile',
  nothing: '',
  help: 'what nixos-hardware knows of the computer, several with commas between them',
  placeholder: '<names>',
  mayBeEmpty: true,
  separator: ',',
  pattern: '^[\\w-]+$',
  choices: (soFar, context) =>
    profiles().then(({ profileChoices }) => profileChoices(soFar, context)),
  defaultInWords: "none; this machine's where a person confirms it",
  check: (typed, soFar) =>
    typed === '' || typed === 'none'
      ? accepted('')
      : profiles().then(({ checkProfiles }) => checkProfiles(typed, soFar)),
  suggests: (soFar, context) =>
    isForHere(soFar)
      ? profiles().then(({ suggestedProfiles }) => suggestedProfiles(soFar, context))
      : undefined,
  defaults: (soFar, context) =>
    isForHere(soFar)
      ? profiles().then(({ unconfirmed }) => [
          { ...standard(''), note: unconfirmed(soFar, context) },
        ])
      : [standard('')],
  brings: (value): Soon<Brings> =>
    value === '' ? {} : profiles().then(({ profilesBring }) => profilesBring(value)),
  view: (value, soFar): Soon<View> =>
    value === ''
      ? { hardwareProfiles: [] }
      : profiles().then(({ profilesView }) => profilesView(value, soFar)),
} as const satisfies Question;

export const devices = { graphics, nvidiaBusIds, kernel, disk, diskDevice, hardwareProfile };
