/**
 * Browsers. Each is a module of Home Manager's that leaves the profile to the browser, so that the
 * bookmarks and add-ons of somebody who has used it before are still there.
 */
import type { Choice, View } from '../questions/question.js';

/**
 * The languages that Firefox has a pack for, by the names of its releases: those that nixpkgs lists
 * in `firefox-bin/release_sources.nix`, for 152. Where a language has several, the first stands for
 * countries without one of their own. American English needs none.
 */
const firefoxLanguages = `
  ach af an ar ast az be bg bn br bs ca ca-valencia cak cs cy da de dsb el en-GB en-CA eo es-MX
  es-AR es-CL es-ES et eu fa ff fi fr fur fy-NL ga-IE gd gl gn gu-IN he hi-IN hr hsb hu hy-AM ia
  id is it ja ka kab kk km kn ko lij lt lv mk mr ms my nb-NO ne-NP nl nn-NO oc pa-IN pl pt-PT
  pt-BR rm ro ru sat sc sco si sk skr sl son sq sr sv-SE szl ta te tg th tl tr trs uk ur uz vi xh
  zh-TW zh-CN
`
  .trim()
  .split(/\s+/);

const homeModule = (name: string) => ({ files: [`modules/home-manager/${name}.nix`] });

export const browsers: readonly Choice[] = [
  {
    value: 'firefox',
    hint: "Mozilla's, without its telemetry",
    brings: homeModule('firefox'),
    view: ({ locale }): View => ({ firefoxLanguage: firefoxLanguage(locale ?? '') }),
  },
  { value: 'chromium', hint: 'what Google Chrome is made from', brings: homeModule('chromium') },
  { value: 'brave', hint: 'like Chrome, and blocks advertisements', brings: homeModule('brave') },
  { value: 'none', hint: 'no browser, or one of your own' },
];

/** The pack for a locale, such as `pt-BR` for `pt_BR.UTF-8`; nothing where Firefox needs none. */
export function firefoxLanguage(locale: string): string | undefined {
  const [name = ''] = locale.split(/[.@]/);
  const [language = ''] = name.split('_');
  const code = name.replace('_', '-');
  if (code === 'en-US') return undefined;
  return (
    firefoxLanguages.find((each) => each === code) ??
    firefoxLanguages.find((each) => each === language || each.startsWith(`${language}-`))
  );
}
