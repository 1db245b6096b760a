/** The programs that somebody works with: shell, its prompt, terminal, editor. */
import { starshipPresets, starshipWantsNerdFont } from '../data/starship-presets.js';
import { nvfUrl } from '../nixos/channels.js';
import type { Soon } from '../soon.js';
import { chooseOne, chooseSeveral } from './choose.js';
import {
  accepted,
  type Brings,
  type Choice,
  isForHere,
  oneOf,
  type Question,
  type SoFar,
  standard,
  type View,
} from './question.js';

const homeModule = (name: string) => `modules/home-manager/${name}.nix`;

const shells = [
  { value: 'zsh', hint: 'what the most guides assume' },
  { value: 'bash', hint: 'what is everywhere' },
  { value: 'fish', hint: 'friendly without any settings' },
  { value: 'nushell', hint: 'tables instead of text' },
] as const;

const shell = {
  name: 'shell',
  label: 'Shell',
  help: 'the shell that you log in to',
  placeholder: '<shell>',
  alwaysAsked: true,
  choices: () => shells,
  defaultInWords: 'zsh',
  check: (typed) => oneOf(shells, typed),
  defaults: () => [standard('zsh')],
  brings: (value) => ({ files: [homeModule(value)] }),
} as const satisfies Question;

/** starship, then its presets, and for zsh oh-my-zsh's themes behind them. */
async function themes(soFar: SoFar): Promise<readonly Choice[]> {
  const starship = [
    { value: 'starship', hint: "starship's own look" },
    ...starshipPresets.map(({ name }) => ({ value: name, hint: 'preset of starship' })),
  ];
  if (soFar['shell'] !== 'zsh') return starship;
  const { ohMyZshThemes } = await import('../data/oh-my-zsh-themes.js');
  return [...starship, ...ohMyZshThemes.map((value) => ({ value, hint: 'theme of oh-my-zsh' }))];
}

/** Whether a theme is one of starship's, whose list is short; any other is one of oh-my-zsh's. */
function isStarship(value: string): boolean {
  return value === 'starship' || starshipPresets.some(({ name }) => name === value);
}

async function ohMyZshView(name: string): Promise<View> {
  const { ohMyZshThemesWithPowerlineGlyphs: drawn } = await import('../data/oh-my-zsh-themes.js');
  return { themeKind: 'oh-my-zsh', themeName: name, nerdFont: drawn.includes(name) };
}

const theme = {
  name: 'theme',
  label: 'Theme',
  help: "the look of the shell's prompt",
  placeholder: '<theme>',
  alwaysAsked: true,
  choices: themes,
  defaultInWords: 'starship',
  check: (typed, soFar) =>
    typed === 'starship' ? accepted(typed) : themes(soFar).then((choices) => oneOf(choices, typed)),
  defaults: () => [standard('starship')],
  brings: (value): Brings => (isStarship(value) ? { files: [homeModule('starship')] } : {}),
  view(value): Soon<View> {
    if (!isStarship(value)) return ohMyZshView(value);
    const preset = starshipPresets.find(({ name }) => name === value);
    return {
      themeKind: 'starship',
      themeName: preset?.name ?? '',
      nerdFont: preset?.nerdFont ?? starshipWantsNerdFont,
    };
  },
} as const satisfies Question;

const terminal = chooseOne({
  name: 'terminal',
  label: 'Terminal',
  help: 'the terminal emulator',
  placeholder: '<terminal>',
  load: async () => (await import('../choices/terminals.js')).terminals,
  plain: { ghostty: { brings: { files: [homeModule('ghostty')] } } },
  defaultInWords: 'ghostty; none on a machine without a screen',
  defaults: (soFar, { facts }) => [
    ...(isForHere(soFar) && !facts.hasScreen && soFar['desktop'] === 'none'
      ? [{ value: 'none', source: 'no screen here' }]
      : []),
    standard('ghostty'),
  ],
});

const editor = chooseOne({
  name: 'editor',
  label: 'Editor',
  help: 'the text editor',
  placeholder: '<editor>',
  load: async () => (await import('../choices/editors.js')).editors,
  plain: {
    neovim: {
      brings: ({ channel = '' }) => ({
        files: [homeModule('nvf')],
        inputs: [{ name: 'nvf', url: nvfUrl(channel), follows: ['nixpkgs'] }],
      }),
    },
    none: {},
  },
  defaultInWords: 'neovim',
  defaults: () => [standard('neovim')],
});

const usualLanguages = 'nix,bash,markdown';

const languages = chooseSeveral({
  name: 'languages',
  label: 'Languages',
  help: 'what the editor helps to write, several with commas between them',
  placeholder: '<languages>',
  load: async () => (await import('../choices/languages.js')).languages,
  plain: { '': {}, [usualLanguages]: {} },
  applies: (soFar) => soFar['editor'] !== 'none',
  appliesTo: 'needs an editor (--editor)',
  defaultInWords: usualLanguages,
  defaults: () => [standard(usualLanguages)],
});

const browser = chooseOne({
  name: 'browser',
  label: 'Browser',
  nothing: 'none',
  help: 'the web browser',
  placeholder: '<browser>',
  load: async () => (await import('../choices/browsers.js')).browsers,
  plain: { none: {} },
  defaultInWords: 'firefox with a desktop, else none',
  defaults: (soFar) => [standard(soFar['desktop'] === 'none' ? 'none' : 'firefox')],
});

export const programs = { shell, theme, terminal, editor, languages, browser };
