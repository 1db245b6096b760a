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
