/** The desktops as the installer writes them, and what the program makes of each. */
import { paragraph } from './pieces.js';
import type { Installer } from './releases.js';

interface Desktop {
  /** As the comment calls it. */
  readonly title: string;
  readonly login: string;
  readonly session: string;
  /** The answer that it becomes; none for one that is no choice of ours. */
  readonly answer?: string;
}

const x = 'services.xserver';
const lightdm = `${x}.displayManager.lightdm`;

function plain(id: string, title: string, answer?: string): Desktop {
  const desktop = { title: `${title} Desktop Environment`, login: lightdm };
  return { ...desktop, session: `${x}.desktopManager.${id}`, ...(answer ? { answer } : {}) };
}

/** What a desktop's options are called by an installer. */
export function desktopOf(id: string, { oldSpelling }: Installer): Desktop | undefined {
  const moved = (isOld: boolean) => (isOld ? x : 'services');
  const sddm = `${moved(oldSpelling.sddm)}.displayManager.sddm`;
  const plasma = { title: 'KDE Plasma Desktop Environment', login: sddm, answer: 'plasma' };
  const gnome = moved(oldSpelling.gnome);
  const desktops: Readonly<Record<string, Desktop>> = {
    gnome: {
      title: 'GNOME Desktop Environment',
      login: `${gnome}.displayManager.gdm`,
      session: `${gnome}.desktopManager.gnome`,
      answer: 'gnome',
    },
    plasma: { ...plasma, session: `${x}.desktopManager.plasma5` },
    plasma5: { ...plasma, session: `${x}.desktopManager.plasma5` },
    plasma6: { ...plasma, session: 'services.desktopManager.plasma6' },
    xfce: plain('xfce', 'XFCE', 'xfce'),
    pantheon: {
      ...plain('pantheon', 'Pantheon', 'pantheon'),
      session: `${moved(oldSpelling.pantheon)}.desktopManager.pantheon`,
    },
    cinnamon: plain('cinnamon', 'Cinnamon', 'cinnamon'),
    mate: plain('mate', 'MATE', 'mate'),
    enlightenment: plain('enlightenment', 'Enlightenment'),
    lxqt: plain('lxqt', 'LXQT', 'lxqt'),
    budgie: {
      title: 'Budgie Desktop environment',
      login: lightdm,
      session: `${moved(oldSpelling.budgie)}.desktopManager.budgie`,
      answer: 'budgie',
    },
    deepin: plain('deepin', 'Deepin'),
  };
  return desktops[id];
}

/** The desktop's part of the file. */
export function desktopPart(id: string, installer: Installer): string {
  const desktop = desktopOf(id, installer);
  if (desktop === undefined) return '';
  const wayland = "  # You can disable this if you're only using the Wayland session.";
  const server = paragraph(
    '  # Enable the X11 windowing system.',
    ...(id === 'plasma6' ? [wayland] : []),
    '  services.xserver.enable = true;',
  );
  return [
    id === 'gnome' && !installer.gnomeNeedsX ? '' : server,
    paragraph(
      `  # Enable the ${desktop.title}.`,
      `  ${desktop.login}.enable = true;`,
      `  ${desktop.session}.enable = true;`,
    ),
    id === 'enlightenment' ? paragraph('  # Enable acpid', '  services.acpid.enable = true;') : '',
  ].join('');
}
