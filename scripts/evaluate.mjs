// Writes a repo for each of the cases below, evaluates it whole with a real Nix and the real modules
// of NixOS and Home Manager, and reads the answers back from the configuration that comes of it.
// docs/evaluation.md says what it needs. What it prints is Markdown; the document holds it:
//
//     npm run evaluate -- --evaluate SCRIPT --inputs DIR --inputs-stable DIR [--nix NIX] [--write]
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { inputsFrom, run } from './nix.mjs';
import { project } from './sources.mjs';

const document = path.join(project, 'docs/evaluation.md');
const mark = '<!-- What follows is what `npm run evaluate` printed. -->';

const { values: given } = parseArgs({
  options: {
    evaluate: { type: 'string' },
    inputs: { type: 'string' },
    'inputs-stable': { type: 'string' },
    nix: { type: 'string', default: process.env.NIX ?? 'nix' },
    write: { type: 'boolean', default: false },
  },
});
const needed = ['evaluate', 'inputs', 'inputs-stable'].filter((name) => !given[name]);
if (needed.length > 0) {
  console.error(`missing: --${needed.join(', --')}. docs/evaluation.md says what they are.`);
  process.exit(2);
}

const hardware = (name) => path.join(project, `test/nix/hardware/${name}.nix`);
const leon = {
  hostname: 'framework-desktop',
  username: 'leon',
  channel: 'nixos-unstable',
  'full-name': 'Aumit Leon',
  email: 'leon@example.org',
  'time-zone': 'America/New_York',
  hardware: hardware('framework-desktop'),
};

/** What is evaluated, and the flags that it is written with. */
const cases = {
  "The article's answers": { ...leon, shell: 'zsh', theme: 'robbyrussell' },
  'zsh with starship': { ...leon, shell: 'zsh', theme: 'starship' },
  bash: { ...leon, shell: 'bash', theme: 'plain-text-symbols', keyboard: 'us(intl)' },
  fish: {
    ...leon,
    shell: 'fish',
    theme: 'tokyo-night',
    keyboard: 'de(nodeadkeys)',
    locale: 'de_DE.UTF-8',
    'time-zone': 'Europe/Berlin',
    'full-name': 'Jörg "Joe" ${builtins.currentTime} Müller',
  },
  nushell: { ...leon, shell: 'nushell', theme: 'starship', terminal: 'none', unfree: 'no' },
  'The stable channel, a host called `let`, a user called `inherit`, and GRUB': {
    hostname: 'let',
    username: 'inherit',
    channel: 'nixos-26.05',
    'boot-loader': 'grub',
    'grub-device': '/dev/vda',
    'state-version': '24.11',
    hardware: hardware('virtual-machine'),
  },
  'aarch64 with GRUB and UEFI, no editor and no terminal': {
    hostname: '9000',
    username: '_ada',
    channel: 'nixos-26.05',
    editor: 'none',
    terminal: 'none',
    'boot-loader': 'grub',
    'grub-device': 'nodev',
    hardware: hardware('arm-server'),
  },
  'A hardware file of before 22.05, which does not say the platform': {
    ...leon,
    hostname: 'old',
    system: 'x86_64-linux',
    'state-version': '21.11',
    hardware: hardware('before-22.05'),
  },
  'The placeholder, which has one message': {
    hostname: 'desk',
    username: 'ada',
    system: 'x86_64-linux',
    hardware: 'none',
  },
};

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'create-nixos-config-evaluation-'));
process.on('exit', () => fs.rmSync(scratch, { recursive: true, force: true }));

/** Writes the repo of a case and returns its folder, with the answers that its manifest keeps. */
async function write(flags, at) {
  const repo = path.join(scratch, String(at));
  const args = Object.entries(flags).flatMap(([name, value]) => [`--${name}`, value]);
  const program = path.join(project, 'dist/main.cjs');
  const place = `/home/${flags.username}/nixos-config`;
  const outcome = await run(
    process.execPath,
    [program, repo, '--yes', '--no-git', '--no-lock', '--repo-path', place, ...args],
    { CREATE_NIXOS_CONFIG_ROOT: '/nonexistent' },
  );
  if (outcome.code !== 0) throw new Error(outcome.stderr);
  const manifest = path.join(repo, '.create-nixos-config.json');
  return { repo, answers: JSON.parse(fs.readFileSync(manifest, 'utf8')).answers };
}

/** Says each answer as the evaluated configuration has it, under the name of its question. */
const question = `config:
  let
    inherit (builtins) attrNames elem filter head match;
    home = config.home-manager.users.\${user};
    inherit (config.users.users.\${user}) description shell;
    user = head (attrNames config.home-manager.users);
    xkb = config.services.xserver.xkb;
    grub = config.boot.loader.grub;
    nameOf = package: package.pname or package.name;
    or' = fallback: text: if text == "" then fallback else text;
  in
  {
    answers = {
      hostname = config.networking.hostName;
      username = config.users.users.\${user}.name;
      shell = { bash-interactive = "bash"; bashInteractive = "bash"; }.\${nameOf shell} or (nameOf shell);
      fullName = description;
      email = home.programs.git.settings.user.email or "";
      timeZone = config.time.timeZone;
      locale = config.i18n.defaultLocale;
      keyboard = xkb.layout + (if xkb.variant == "" then "" else "(\${xkb.variant})");
      terminal = if home.programs.ghostty.enable then "ghostty" else "none";
      editor = if home.programs.nvf.enable or false then "neovim" else "none";
      unfree = if config.nixpkgs.config.allowUnfree then "yes" else "no";
      system = config.nixpkgs.hostPlatform.system;
      bootLoader = if grub.enable then "grub" else if config.boot.loader.systemd-boot.enable then "systemd-boot" else "";
      stateVersion = config.system.stateVersion;
      theme =
        if home.programs.starship.enable then
          head (home.programs.starship.presets ++ [ "starship" ])
        else
          home.programs.zsh.oh-my-zsh.theme;
    } // (if grub.enable then { grubDevice = grub.device; } else { });
    besides = {
      commands =
        if nameOf shell == "nushell" then
          filter (line: line != [ ] && match ".*--flake.*" line != null) (
            filter builtins.isString (builtins.split "\\n" home.programs.nushell.extraConfig)
          )
        else
          { inherit (home.home.shellAliases) update upgrade rollback cleanup; };
      consoleFollowsKeyboard = config.console.useXkbConfig;
      features = config.nix.settings.experimental-features;
      fonts = map nameOf (filter (font: match ".*jetbrains.*" (nameOf font) != null) config.fonts.packages);
      gitForEverybody = elem "git" (map nameOf config.environment.systemPackages);
      gitUser = home.programs.git.settings.user or { };
      homeStateVersion = home.home.stateVersion;
    };
  }`;

async function readBack(repo, host, inputs) {
  const outcome = await run(given.nix, [
    ...['--extra-experimental-features', 'nix-command flakes'],
    ...['eval', '--json', '--impure', '--no-write-lock-file', ...inputsFrom(inputs, repo)],
    ...[`path:${repo}#nixosConfigurations."${host}".config`, '--apply', question],
  ]);
  if (outcome.code !== 0) throw new Error(outcome.stderr);
  return JSON.parse(outcome.stdout);
}

/** Answers that are a module or a file each, or none: `npm run matrix` evaluates those. */
const notReadBack = [
  ...['preset', 'hardware', 'desktop', 'autoLogin', 'languages', 'browser', 'colors', 'theming'],
  ...['font', 'graphics', 'nvidiaBusIds', 'kernel', 'sshKey', 'with', 'disk', 'diskDevice'],
  ...['secrets', 'repoWith', 'license', 'formats', 'hardwareProfile'],
];

/** What is read back, under the names of the answers and in their order. */
function answersIn({ answers, besides }, given) {
  const lines = Object.values(besides.commands).join('\n');
  const repoPath = /switch --flake "?([^"#]+)#/.exec(lines)?.[1];
  // the channel is in flake.nix only, and a full name that is not there is the user's
  const wanted = { ...given, channel: undefined, fullName: given.fullName || given.username };
  return Object.entries(wanted).flatMap(([name, value]) => {
    if (value === undefined || notReadBack.includes(name)) return [];
    const read = name === 'repoPath' ? repoPath : answers[name];
    return [{ name, read, isRight: read === value }];
  });
}

/** A line for each value, a set's one below the other. */
function lines(name, value) {
  if (typeof value === 'string') return [`${name}: ${value || '(empty)'}`];
  if (Array.isArray(value)) return [`${name}: ${value.join(', ') || 'none'}`];
  if (typeof value !== 'object') return [`${name}: ${value}`];
  return Object.entries(value).flatMap(([key, each]) => lines(`${name}.${key}`, each));
}

const block = (text) => ['```', text.trimEnd(), '```', ''].join('\n');

/** One case: what the evaluation printed, and what was read back. */
async function report([title, flags], at) {
  const { repo, answers } = await write(flags, at);
  const inputs = given[answers.channel === 'nixos-unstable' ? 'inputs' : 'inputs-stable'];
  const evaluated = await run(given.evaluate, [repo], { INPUTS: inputs, NIX: given.nix });
  const isPlaceholder = flags.hardware === 'none';
  const asked = Object.entries(flags)
    .filter(([name]) => name !== 'hardware')
    .map(([name, value]) => `--${name} ${/^[\w./-]+$/.test(value) ? value : `'${value}'`}`);
  const parts = [
    `### ${title}\n`,
    block(`${asked.join(' ')} --hardware ${path.basename(flags.hardware)}`),
    'The evaluation printed:\n',
    block(evaluated.stdout),
  ];
  let problems = [];
  if (isPlaceholder) {
    const messages = evaluated.stdout.match(/error:/g)?.length ?? 0;
    if (evaluated.code === 0 || messages !== 1) problems = ['not one message'];
  } else if (evaluated.stdout !== `ok ${answers.hostname} 0\n`) problems = ['did not evaluate'];
  else {
    const read = await readBack(repo, answers.hostname, inputs);
    const facts = answersIn(read, answers);
    const wrong = facts.filter(({ isRight }) => !isRight);
    problems = wrong.map(({ name }) => `${name} is not what was answered`);
    parts.push(
      'Read back from the configuration, each answer as it was given:\n',
      block(facts.flatMap(({ name, read }) => lines(name, read)).join('\n')),
      'and besides:\n',
      block(
        Object.entries(read.besides)
          .flatMap((each) => lines(...each))
          .join('\n'),
      ),
    );
  }
  for (const problem of problems) console.error(`${title}: ${problem}`);
  return { text: parts.join('\n'), problems };
}

const reports = [];
for (const [at, each] of Object.entries(cases).entries()) reports.push(await report(each, at));
const text = reports.map((each) => each.text).join('\n');
if (given.write) {
  const [before] = fs.readFileSync(document, 'utf8').split(mark);
  fs.writeFileSync(document, `${before}${mark}\n\n${text.trimEnd()}\n`);
} else console.log(text);
process.exitCode = reports.some(({ problems }) => problems.length > 0) ? 1 : 0;
