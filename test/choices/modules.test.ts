/** What the modules of a choice have to say, besides being accepted by NixOS. */
import { describe, expect, it } from 'vitest';
import { bareDesktops } from '../../src/choices/bare-desktops.js';
import { renderRepo } from '../../src/repo/render.js';
import { answersWith } from '../support/answers.js';

/** The text of one file of a repo with these answers. */
async function textOf(path: string, some: Readonly<Record<string, string>>): Promise<string> {
  const files = await renderRepo(await answersWith(some), undefined);
  const file = files.find((each) => each.path === path);
  if (file === undefined) throw new Error(`no ${path}`);
  return file.text;
}

describe('fonts', () => {
  const file = 'modules/nixos/desktop-fonts.nix';
  const cjk = /^ {4}noto-fonts-cjk-sans/m;

  it.each(['ja_JP.UTF-8', 'ko_KR.UTF-8', 'zh_CN.UTF-8', 'zh_TW.UTF-8', 'cmn_TW'])(
    'have the characters of %s',
    async (locale) => {
      expect(await textOf(file, { desktop: 'gnome', locale })).toMatch(cjk);
      expect(await textOf(file, { desktop: 'gnome', formats: locale })).toMatch(cjk);
    },
  );

  it('name the package to those who read none of them', async () => {
    const text = await textOf(file, { desktop: 'gnome', locale: 'de_DE.UTF-8' });
    expect(text).not.toMatch(cjk);
    expect(text).toContain('noto-fonts-cjk-sans');
  });
});

describe('typing', () => {
  const readme = (some: Readonly<Record<string, string>>) => textOf('README.md', some);

  it.each([
    ['ja_JP.UTF-8', 'gnome', 'Japanese', 'ibus-engines.mozc'],
    ['ko_KR.UTF-8', 'plasma', 'Korean', 'pkgs.fcitx5-hangul'],
    ['zh_CN.UTF-8', 'sway', 'Chinese', 'pkgs.qt6Packages.fcitx5-chinese-addons'],
    ['zh_TW.UTF-8', 'xfce', 'Chinese', 'pkgs.fcitx5-chewing'],
  ])('of %s on %s is explained', async (locale, desktop, language, engine) => {
    const text = await readme({ desktop, locale });
    expect(text).toContain(`## Typing ${language}\n`);
    expect(text).toContain(engine);
    expect(text.includes('waylandFrontend')).toBe(['plasma', 'sway'].includes(desktop));
  });

  it('is not, where a keyboard is enough or there is no desktop', async () => {
    expect(await readme({ desktop: 'gnome', locale: 'de_DE.UTF-8' })).not.toContain('## Typing');
    expect(await readme({ desktop: 'none', locale: 'ja_JP.UTF-8' })).not.toContain('## Typing');
    const formats = { desktop: 'gnome', locale: 'en_US.UTF-8', formats: 'ja_JP.UTF-8' };
    expect(await readme(formats)).not.toContain('## Typing');
  });
});

describe('Steam', () => {
  it('is a session at the login, where there is a login screen', async () => {
    const session = 'gamescopeSession';
    const file = 'modules/nixos/steam.nix';
    expect(await textOf(file, { with: 'steam', desktop: 'plasma' })).toContain(session);
    expect(await textOf(file, { with: 'steam', desktop: 'none' })).not.toContain(session);
  });
});

describe.each(bareDesktops.map(({ value }) => value))('%s', (desktop) => {
  it('has one mouse pointer for all programs', async () => {
    const text = await textOf('modules/home-manager/desktop-helpers.nix', { desktop });
    expect(text).toMatch(/home\.pointerCursor = \{\n {4}enable = true;/);
  });
});

describe('printing', () => {
  it('has a window for printers where the desktop brings none of its own', async () => {
    const text = (desktop: string) =>
      textOf('modules/nixos/printing.nix', { desktop, with: 'printing' });
    for (const desktop of ['sway', 'i3', 'xfce', 'lxqt', 'cosmic', 'cinnamon']) {
      expect(await text(desktop)).toContain('system-config-printer');
    }
    for (const desktop of ['gnome', 'plasma', 'budgie', 'none']) {
      expect(await text(desktop)).not.toContain('system-config-printer');
    }
  });
});

describe('a browser or editor that keeps logins', () => {
  const files = { chromium: 'browser', brave: 'browser', vscode: 'editor' };

  it.each(Object.entries(files))(
    '%s is told of the keyring where it would not find it',
    async (program, row) => {
      const text = (desktop: string) =>
        textOf(`modules/home-manager/${program}.nix`, { desktop, [row]: program });
      for (const desktop of ['hyprland', 'sway', 'niri', 'i3', 'lxqt', 'mate']) {
        expect(await text(desktop)).toContain('gnome-libsecret');
      }
      for (const desktop of ['gnome', 'plasma', 'xfce']) {
        expect(await text(desktop)).not.toContain('gnome-libsecret');
      }
    },
  );
});
