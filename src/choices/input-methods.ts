/**
 * What makes characters of what is typed, for languages that have more of them than a keyboard has
 * keys: packages of nixpkgs, `ibus` below `ibus-engines`. Which desktop takes which is in the
 * template, `parts/README.md/input-method.md`.
 */

export interface InputMethod {
  readonly language: string;
  readonly ibus: string;
  readonly fcitx5: string;
}

const japanese = { language: 'Japanese', ibus: 'mozc', fcitx5: 'fcitx5-mozc' };
const korean = { language: 'Korean', ibus: 'hangul', fcitx5: 'fcitx5-hangul' };
/** By Pinyin, and in Taiwan by Bopomofo. */
const chinese = {
  language: 'Chinese',
  ibus: 'libpinyin',
  fcitx5: 'qt6Packages.fcitx5-chinese-addons',
};
const taiwanese = { language: 'Chinese', ibus: 'chewing', fcitx5: 'fcitx5-chewing' };

/** The one for a locale such as `ja_JP.UTF-8`; nothing where a keyboard's layout is enough. */
export function inputMethodFor(locale = ''): InputMethod | undefined {
  if (locale.startsWith('ja_')) return japanese;
  if (locale.startsWith('ko_')) return korean;
  if (/^(zh|cmn)_TW/.test(locale)) return taiwanese;
  return /^(zh|cmn)_/.test(locale) ? chinese : undefined;
}
