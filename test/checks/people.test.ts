/** The checks of people: who can log in, what the machine is called, which files are in the way. */
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { homeFiles } from '../../src/checks/home-files.js';
import { homeTargets } from '../../src/checks/home-targets.js';
import { hostName } from '../../src/checks/host-name.js';
import { user } from '../../src/checks/user.js';
import { project } from '../support/program.js';
import { disks, situation } from './situation.js';

const configured = (text: string) => ({ 'hosts/laptop/configuration.nix': `{ ${text} }` });

describe('the user', () => {
  it('who exists keeps the password', () => {
    expect(user(situation())).toMatchObject({ mark: 'good' });
  });

  it('who is new and has no password would lock everybody out', () => {
    const found = user(situation({ username: 'eva' }));
    expect(found).toMatchObject({ mark: 'bad', stops: 'lock-out' });
    expect(found.mark === 'bad' && found.fix.slice(0, 2)).toEqual([
      'Set one while the new system is tried, before you log out:',
      '  sudo passwd eva',
    ]);
  });

  it.each([
    'users.users.eva.hashedPasswordFile = "/etc/nixos/eva.hash";',
    'users.users.eva = { isNormalUser = true; initialPassword = "x"; };',
    'users.users."eva".hashedPassword = "$y$x";',
  ])('who is new gets one from %s', (text) => {
    expect(user(situation({ username: 'eva', files: configured(text) })).mark).toBe('good');
  });

  it('who is new may get one from a module for every host, not from another host', () => {
    const text = '{ users.users.eva.initialPassword = "x"; }';
    const mark = (file: string) =>
      user(situation({ username: 'eva', files: { [file]: text } })).mark;
    expect(mark('modules/nixos/users.nix')).toBe('good');
    expect(mark('hosts/laptop/users.nix')).toBe('good');
    expect(mark('hosts/laptop2/users.nix')).toBe('bad');
    expect(mark('modules/home-manager/users.nix')).toBe('bad');
    expect(mark('modules/nixos/users.txt')).toBe('bad');
  });

  it('a password of null is none', () => {
    const files = configured('users.users.eva.hashedPassword = null;');
    expect(user(situation({ username: 'eva', files })).mark).toBe('bad');
  });

  it('who is new locks nobody out where an administrator stays', () => {
    const files = configured('users.users.leon = { extraGroups = [ "wheel" ]; };');
    expect(user(situation({ username: 'eva', files }))).toMatchObject({ stops: 'change' });
  });

  it('an administrator who is not on the machine, or has no wheel, opens no door', () => {
    for (const text of [
      'users.users.max.extraGroups = [ "wheel" ];',
      'users.users.leon.extraGroups = [ "audio" ];',
    ]) {
      const found = user(situation({ username: 'eva', files: configured(text) }));
      expect(found).toMatchObject({ stops: 'lock-out' });
    }
  });

  it('whom Windows logs in needs no password, and is made by the next start', () => {
    const files = configured('wsl = { enable = true; defaultUser = "eva"; };');
    const found = user(situation({ username: 'eva', files }));
    expect(found).toMatchObject({ mark: 'bad', stops: 'change' });
    expect(found.mark === 'bad' && found.fix.join(' ')).not.toContain('passwd');
  });

  it('can not be looked at without a list of accounts', () => {
    expect(user(situation({ accounts: [] })).mark).toBe('unknown');
  });
});

describe('the name of the machine', () => {
  it.each([
    { hostnameNow: 'laptop', hostnameChosen: false, mark: 'good' },
    { hostnameNow: 'nixos', hostnameChosen: true, mark: 'good' },
    { hostnameNow: 'nixos', hostnameChosen: false, mark: 'bad' },
    { hostnameNow: undefined, hostnameChosen: true, mark: 'unknown' },
  ])('$hostnameNow before, chosen $hostnameChosen: $mark', ({ mark, ...given }) => {
    expect(hostName(situation(given)).mark).toBe(mark);
  });

  it('is the one that was carried over, where the flake’s is only near to it', () => {
    const carried = 'hosts/laptop/carried-over/configuration.nix';
    const files = { [carried]: '{ networking.hostName = "Laptop"; }' };
    const found = hostName(situation({ files, hostnameNow: 'Laptop', hostnameChosen: false }));
    expect(found).toEqual({ mark: 'good', text: 'The machine is still called Laptop' });
  });
});

describe('files in the way of Home Manager', () => {
  const repo = {
    'hosts/laptop/configuration.nix': '{ home-manager.backupFileExtension = "backup"; }',
    'hosts/laptop/home.nix': `{ imports = [ ../../modules/home-manager/zsh.nix ../../modules/home-manager/niri.nix ]; }`,
    'modules/home-manager/zsh.nix': '{ programs.zsh.enable = true; }',
    'modules/home-manager/niri.nix': '{ xdg.configFile."niri/config.kdl".text = ""; }',
    // of another host's home, which does not count here
    'modules/home-manager/kitty.nix': '{ programs.kitty.enable = true; }',
  };
  const look = (machine: Readonly<Record<string, string | { link: string }>>, files = repo) =>
    homeFiles(situation({ machine: { ...disks, ...machine }, files }));

  it('are none in a new home', () => {
    expect(look({})).toMatchObject({ mark: 'good', text: 'No file of yours is in the way' });
  });

  it('are moved, and named', () => {
    const found = look({
      'home/leon/.zshrc': '',
      'home/leon/.config/niri/config.kdl': '',
      'home/leon/.config/kitty/kitty.conf': '',
    });
    expect(found).toEqual({
      mark: 'good',
      text: 'Home Manager moves 2 files of yours to NAME.backup',
      notes: ['  ~/.config/niri/config.kdl', '  ~/.zshrc'],
    });
  });

  it('are counted, one by one', () => {
    const found = look({ 'home/leon/.zshrc': '' });
    expect(found?.text).toBe('Home Manager moves a file of yours to NAME.backup');
  });

  it('stop it where the place of the copy is taken', () => {
    const found = look({ 'home/leon/.zshrc': '', 'home/leon/.zshrc.backup': '' });
    expect(found).toEqual({
      mark: 'bad',
      text: 'A file is in the way of Home Manager, which would stop there',
      stops: 'change',
      fix: ['These have a .backup beside them already: move that one away.', '  ~/.zshrc.backup'],
    });
  });

  it('stop it where the place of the copy is taken by a link that leads nowhere', () => {
    const found = look({ 'home/leon/.zshrc': '', 'home/leon/.zshrc.backup': { link: 'gone' } });
    expect(found).toMatchObject({ mark: 'bad', stops: 'change' });
  });

  it('are all named where several stop it', () => {
    const found = look({
      'home/leon/.zshrc': '',
      'home/leon/.zshrc.backup': '',
      'home/leon/.config/niri/config.kdl': { link: '/home/leon/dotfiles/niri' },
      'home/leon/dotfiles/niri': '',
    });
    expect(found).toMatchObject({
      text: '2 files are in the way of Home Manager, which would stop there',
      fix: [
        expect.stringContaining('.backup beside them'),
        '  ~/.zshrc.backup',
        expect.stringContaining('These are links'),
        '  ~/.config/niri/config.kdl',
      ],
    });
  });

  it('stop it where they are links that are not its own', () => {
    const found = look({
      'home/leon/.zshrc': { link: '/home/leon/dotfiles/zshrc' },
      'home/leon/dotfiles/zshrc': '',
    });
    expect(found).toMatchObject({ mark: 'bad' });
    expect(found?.mark === 'bad' && found.fix).toContain('  ~/.zshrc');
  });

  it('are none where a link leads nowhere, which it replaces', () => {
    const found = look({ 'home/leon/.zshrc': { link: '/home/leon/dotfiles/zshrc' } });
    expect(found).toMatchObject({ mark: 'good' });
  });

  it('are not those that it has made itself', () => {
    const made = 'nix/store/aaaa-home-manager-files/.zshrc';
    const found = look({ 'home/leon/.zshrc': { link: `/${made}` }, [made]: '' });
    expect(found).toEqual({ mark: 'good', text: 'No file of yours is in the way' });
  });

  it('stop it where it is not told how to move them', () => {
    const files = { ...repo, 'hosts/laptop/configuration.nix': '{ }' };
    expect(look({ 'home/leon/.zshrc': '' }, files)).toMatchObject({
      mark: 'bad',
      fix: ['Move these away:', '  ~/.zshrc'],
    });
  });

  it('are nobody’s where the user is new', () => {
    expect(homeFiles(situation({ username: 'eva', files: repo }))).toBeUndefined();
  });

  it('are not said to be none where nobody may look', () => {
    const machine = { ...disks, 'home/leon/.bashrc': '' };
    expect(homeFiles(situation({ machine, mayEnter: () => false }))).toEqual({
      mark: 'unknown',
      text: '/home/leon was not looked at: it is not yours',
    });
  });

  it.each([
    ['alacritty', '.config/alacritty/alacritty.toml'],
    ['atuin', '.config/atuin/config.toml'],
    ['bash', '.bash_profile', '.bashrc', '.inputrc', '.profile'],
    ['bat', '.config/bat/config'],
    ['btop', '.config/btop/btop.conf'],
    ['catppuccin', '.config/gtk-3.0/settings.ini', '.config/gtk-4.0/settings.ini', '.gtkrc-2.0'],
    ['direnv', '.config/direnv/direnv.toml'],
    ['dunst', '.config/dunst/dunstrc'],
    ['fish', '.config/fish/config.fish'],
    ['foot', '.config/foot/foot.ini'],
    ['fuzzel', '.config/fuzzel/fuzzel.ini'],
    ['gh', '.config/gh/config.yml'],
    ['ghostty', '.config/ghostty/config'],
    ['git', '.config/git/config'],
    ['gpg', '.gnupg/gpg-agent.conf', '.gnupg/gpg.conf'],
    [
      'gtk',
      '.config/gtk-3.0/gtk.css',
      '.config/gtk-3.0/settings.ini',
      '.config/gtk-4.0/gtk.css',
      '.config/gtk-4.0/settings.ini',
      '.gtkrc-2.0',
    ],
    ['helix', '.config/helix/config.toml', '.config/helix/languages.toml'],
    ['hypridle', '.config/hypr/hypridle.conf'],
    ['hyprland', '.config/hypr/hyprland.conf', '.config/hypr/hyprland.lua'],
    ['hyprlock', '.config/hypr/hyprlock.conf'],
    ['i3', '.config/i3/config'],
    ['i3status-rust', '.config/i3status-rust/config-top.toml'],
    ['jujutsu', '.config/jj/config.toml'],
    ['kitty', '.config/kitty/kitty.conf'],
    ['lazygit', '.config/lazygit/config.yml'],
    ['mako', '.config/mako/config'],
    ['neovim', '.config/nvim/init.lua'],
    ['nushell', '.config/nushell/config.nu', '.config/nushell/env.nu'],
    ['ripgrep', '.config/ripgrep/ripgreprc'],
    ['rofi', '.config/rofi/config.rasi'],
    ['starship', '.config/starship.toml'],
    [
      'stylix',
      '.config/gtk-3.0/gtk.css',
      '.config/gtk-3.0/settings.ini',
      '.config/gtk-4.0/gtk.css',
      '.config/gtk-4.0/settings.ini',
      '.gtkrc-2.0',
    ],
    ['sway', '.config/sway/config'],
    ['swaylock', '.config/swaylock/config'],
    ['tmux', '.config/tmux/tmux.conf'],
    ['vscode', '.config/Code/User/settings.json'],
    ['waybar', '.config/waybar/config', '.config/waybar/style.css'],
    ['wezterm', '.config/wezterm/wezterm.lua'],
    ['yazi', '.config/yazi/yazi.toml'],
    ['zellij', '.config/zellij/config.kdl'],
    ['zsh', '.zprofile', '.zshenv', '.zshrc'],
  ])('are those of %s: %s …', (module, ...written) => {
    const files = {
      ...repo,
      'hosts/laptop/home.nix': `{ imports = [ ../../modules/home-manager/${module}.nix ]; }`,
    };
    const machine = Object.fromEntries(written.map((file) => [`home/leon/${file}`, '']));
    expect(look({ ...machine, 'home/leon/.config/other': '' }, files)).toMatchObject({
      mark: 'good',
      notes: written.map((file) => `  ~/${file}`),
    });
  });

  it('are listed for modules that there are', () => {
    const folder = path.join(project, 'templates/modules/home-manager');
    const modules = fs.readdirSync(folder).map((file) => file.replace('.nix.hbs', ''));
    expect(Object.keys(homeTargets).filter((name) => !modules.includes(name))).toEqual([]);
  });
});
