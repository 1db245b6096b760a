/** Which desktop the old configuration has, by what switches it on. */
import type { OldConfiguration } from './old.js';
import type { Reading } from './reading.js';

/** A desktop's switches, today's first, and the login screen that the installer writes with it. */
interface Switches {
  readonly on: readonly string[];
  readonly login?: string;
}

const pulseaudio = 'services.pulseaudio.enable';

const lightdm = 'services.xserver.displayManager.lightdm';

const desktops: Readonly<Record<string, Switches>> = {
  gnome: { on: ['services.desktopManager.gnome'], login: 'services.displayManager.gdm' },
  plasma: {
    on: ['services.desktopManager.plasma6', 'services.xserver.desktopManager.plasma5'],
    login: 'services.displayManager.sddm',
  },
  hyprland: { on: ['programs.hyprland'] },
  sway: { on: ['programs.sway'] },
  niri: { on: ['programs.niri'] },
  cosmic: {
    on: ['services.desktopManager.cosmic'],
    login: 'services.displayManager.cosmic-greeter',
  },
  xfce: { on: ['services.xserver.desktopManager.xfce'], login: lightdm },
  cinnamon: { on: ['services.xserver.desktopManager.cinnamon'], login: lightdm },
  mate: { on: ['services.xserver.desktopManager.mate'], login: lightdm },
  lxqt: { on: ['services.xserver.desktopManager.lxqt'], login: lightdm },
  budgie: { on: ['services.desktopManager.budgie'], login: lightdm },
  pantheon: { on: ['services.desktopManager.pantheon'], login: lightdm },
  i3: { on: ['services.xserver.windowManager.i3'], login: lightdm },
};

/** The desktop as the table names it; another login screen than its own is carried over. */
export function desktopReading(old: OldConfiguration): Reading | undefined {
  for (const [value, { on, login }] of Object.entries(desktops)) {
    const switches = on.map((option) => `${option}.enable`).filter((option) => old.isOn(option));
    if (switches.length === 0) continue;
    const options = [
      ...switches,
      ...(login && old.isOn(`${login}.enable`) ? [`${login}.enable`] : []),
      // as it is where PipeWire does the sound, which comes with every desktop
      ...(old.boolean(pulseaudio) === false ? [pulseaudio] : []),
    ];
    return { value, definitions: options.flatMap((option) => old.find(option) ?? []) };
  }
  return undefined;
}
