/** The desktop and how everything looks: login, colours, fonts. */
import { chooseOne } from './choose.js';
import { type Brings, isForHere, oneOf, type Question, standard } from './question.js';

const desktop = chooseOne({
  name: 'desktop',
  label: 'Desktop',
  nothing: 'none',
  keepsMachine: true,
  help: 'windows, panels and the login screen',
  placeholder: '<desktop>',
  load: async () => (await import('../choices/desktops.js')).desktops,
  plain: {
    none: { view: { hasDesktop: false, isBare: false, isWayland: false, needsCjk: false } },
  },
  defaultInWords: "the machine's, else none",
  defaults: () => [standard('none')],
});

const offOrOn = [
  { value: 'off', hint: 'asks for the password' },
  { value: 'on', hint: 'whoever starts the computer is you' },
] as const;

const autoLogin = {
  name: 'autoLogin',
  label: 'Automatic login',
  nothing: 'off',
  help: 'whether the desktop starts without asking for the password',
  placeholder: '<off|on>',
  choices: () => offOrOn,
  applies: (soFar) => soFar['desktop'] !== 'none',
  appliesTo: 'needs a desktop (--desktop)',
  defaultInWords: "the machine's, else off",
  check: (typed) => oneOf(offOrOn, typed),
  defaults: () => [standard('off')],
  brings: (value): Brings => (value === 'on' ? { files: ['hosts/HOST/auto-login.nix'] } : {}),
} as const satisfies Question;

const colors = chooseOne({
  name: 'colors',
  label: 'Colours',
  nothing: 'none',
  help: 'one colour scheme for every program',
  placeholder: '<scheme>',
  load: async () => (await import('../choices/colors.js')).colors,
  plain: { none: {} },
  defaultInWords: 'none',
  defaults: () => [standard('none')],
});

const theming = chooseOne({
  name: 'theming',
  label: 'Colours through',
  nothing: 'native',
  help: "what sets the colours: each program's own setting, or a project that does it for all",
  placeholder: '<way>',
  load: async () => (await import('../choices/theming.js')).theming,
  plain: { native: {} },
  applies: (soFar) => soFar['colors'] !== 'none',
  appliesTo: 'needs a colour scheme (--colors)',
  defaultInWords: 'native',
  defaults: () => [standard('native')],
});

const font = chooseOne({
  name: 'font',
  label: 'Font',
  help: 'the font of terminal and editor, with the icons that prompts draw',
  placeholder: '<font>',
  load: async () => (await import('../choices/fonts.js')).fonts,
  plain: {
    'jetbrains-mono': {
      brings: { files: ['modules/nixos/fonts.nix'] },
      view: { fontFamily: 'JetBrainsMono Nerd Font', fontPackage: 'jetbrains-mono' },
    },
    none: {},
  },
  defaultInWords: 'jetbrains-mono; none on a machine without a screen',
  // somebody who chooses no terminal here has one of their own, where the prompt's icons are missing
  defaults: (soFar, { facts }) => {
    const bare = soFar['terminal'] === 'none' && soFar['desktop'] === 'none';
    return bare && isForHere(soFar) && !facts.hasScreen
      ? [{ value: 'none', source: 'no screen here' }]
      : [standard('jetbrains-mono')];
  },
});

export const looks = { desktop, autoLogin, colors, theming, font };
