/** The area that an option belongs to, by its name. */
import type { Area } from './difference.js';

const patterns: readonly (readonly [Area, RegExp])[] = [
  [
    'fileSystems',
    /^(fileSystems|boot\.(supportedFilesystems|zfs|swraid)|networking\.hostId)(\.|$)/,
  ],
  ['swap', /^(swapDevices|zramSwap|boot\.resumeDevice)(\.|$)/],
  ['luks', /^boot\.initrd\.(luks|secrets)(\.|$)/],
  ['bootLoader', /^boot\.(loader|lanzaboote)(\.|$)/],
  [
    'kernel',
    /^boot\.(kernel|kernel[A-Z]\w*|extraModulePackages|extraModprobeConfig|blacklistedKernelModules|initrd\.(availableKernelModules|kernelModules))(\.|$)/,
  ],
  ['packages', /^(environment\.systemPackages|users\.users\..*\.packages)$/],
  ['users', /^users(\.|$)/],
  ['hostname', /^networking\.hostName$/],
  ['timeZone', /^time\.timeZone$/],
  ['locale', /^(i18n|console\.keyMap|services\.xserver\.xkb)(\.|$)/],
  ['services', /^(services|systemd|virtualisation)(\.|$)/],
  ['stateVersion', /^system\.stateVersion$/],
];

/** `option` by its name today. */
export function areaOf(option: string): Area {
  return patterns.find(([, pattern]) => pattern.test(option))?.[0] ?? 'settings';
}
