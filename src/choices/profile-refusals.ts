/** Why a profile of nixos-hardware can't be had with the other answers. */
import type { SoFar } from '../questions/question.js';
import type { Profile } from './profile-list.js';

const processors = ['aarch64', 'riscv64', 'armv7l'];

/** Why a profile can't be had with these answers, as the end of a sentence. */
export function profileRefused(profile: Profile, soFar: SoFar): string | undefined {
  const { traits } = profile;
  const graphics = soFar['graphics'] ?? 'none';
  const has = (trait: string) => traits.includes(trait);
  const processor = processors.find(has) ?? 'x86_64';
  if (!has('any') && !(soFar['system'] ?? 'x86_64-linux').startsWith(processor)) {
    return `is for ${processor}-linux`;
  }
  if (has('broken')) return 'does not evaluate until nixos-hardware has mended it';
  if (has('unfree') && soFar['unfree'] === 'no') return 'needs unfree packages';
  const daemon = has('tuned') ? otherDaemon(soFar) : undefined;
  if (daemon !== undefined) return `brings TuneD, which can't run beside ${daemon}`;
  if (has('nvidia')) return nvidiaRefused(profile, soFar);
  const card = switchedOff(profile, soFar);
  if (card !== undefined) return `switches off ${card}, which --graphics ${graphics} drives`;
  if (has('extlinux'))
    return 'starts the board through U-Boot, which none of the boot loaders does';
  return has('kernel') ? ownKernelRefused(soFar) : undefined;
}

/** The card that the profile leaves without a driver, where the answers want it driven. */
function switchedOff({ traits }: Profile, { graphics = 'none' }: SoFar): string | undefined {
  if (traits.includes('no-nvidia') && graphics.startsWith('nvidia')) return 'the NVIDIA card';
  return traits.includes('no-intel') && graphics === 'intel' ? 'the Intel card' : undefined;
}

/** The driver is the answer to another question, which has to be one that goes with the profile. */
function nvidiaRefused({ name, traits }: Profile, soFar: SoFar): string | undefined {
  if (soFar['unfree'] === 'no') return "switches NVIDIA's driver on, and needs unfree packages";
  const has = (trait: string) => traits.includes(trait);
  const drivers = [
    ...(has('closed') || has('no-bus-ids') ? [] : ['nvidia']),
    ...(has('closed') || has('no-offload') ? [] : ['nvidia-laptop']),
    // an older card, or whichever it is
    ...(has('closed') || name === 'common-gpu-nvidia-nonprime' ? ['nvidia-legacy'] : []),
  ];
  if (drivers.includes(soFar['graphics'] ?? 'none')) return undefined;
  return drivers.length === 0
    ? 'wants to know where the cards are, in a way that no --graphics says it'
    : `switches NVIDIA's driver on, and needs --graphics ${drivers.join(' or ')}`;
}

function ownKernelRefused(soFar: SoFar): string | undefined {
  if ((soFar['kernel'] ?? 'default') !== 'default') {
    return 'brings a kernel of its own, and needs --kernel default';
  }
  return soFar['disk'] === 'zfs' ? 'brings a kernel that ZFS may not go with' : undefined;
}

/** Desktops whose modules in nixpkgs leave power-profiles-daemon out. */
const withoutPowerProfiles = ['none', 'hyprland', 'sway', 'niri', 'i3', 'xfce', 'mate', 'lxqt'];

/** What sees to the power beside TuneD, which asserts that nothing does (its module, tuned.nix). */
function otherDaemon({ desktop = 'none', with: extras = '' }: SoFar): string | undefined {
  if (extras.split(',').includes('power-profiles')) return 'power-profiles-daemon';
  if (withoutPowerProfiles.includes(desktop)) return undefined;
  return `power-profiles-daemon of --desktop ${desktop}`;
}
