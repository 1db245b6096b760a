/**
 * The lists that answers are checked against, loaded together when the first is needed: one file
 * more is dearer at start than the few kilobytes of a list that is not asked.
 */
export { isKeyboard, keyboardLayouts } from './keyboards.js';
export { locales } from './locales.js';
export { ohMyZshThemes, ohMyZshThemesWithPowerlineGlyphs } from './oh-my-zsh-themes.js';
export { timeZones } from './time-zones.js';
