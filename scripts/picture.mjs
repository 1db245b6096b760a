// npm run picture: draws docs/*.svg, pictures of real runs. The built program runs in a
// pseudo-terminal, on a root that looks like a NixOS of the first day, and keys are pressed as
// somebody would; what a terminal shows of it is drawn cell by cell.
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pty from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { layFiles } from './files.mjs';

const project = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const columns = 84;
const enter = '\r';
const toTheReview = [enter, enter, enter, enter, enter, enter];

/** What is drawn: the keys that are pressed, one at each prompt; without any it is Enter to the end. */
const pictures = {
  run: { title: 'npm create nixos-config, answered with Enter alone', rows: 200 },
  themes: {
    title: 'The list of themes, each with the prompt that it draws',
    rows: 36,
    keys: [...toTheReview.slice(1), 'gruvbox'],
  },
  colors: {
    title: 'The list of colours, with swatches',
    rows: 30,
    keys: [...toTheReview, '\x1b[B', enter, 'colours', enter, ...Array(9).fill('\x1b[A')],
    isCut: true,
  },
  services: {
    title: 'The list of services and tools, of which two are taken',
    rows: 30,
    keys: [...toTheReview, '\x1b[B', enter, '--with', enter, 'docker', '\t', 'tail', '\t'],
    isCut: true,
  },
};

/** What the picture says instead of the folder of the run, which is as long, so that lines keep. */
const home = '/home/leon';
const folder = `/tmp/${randomBytes(4).toString('hex').slice(0, 5)}`;

const hardware = fs.readFileSync(
  path.join(project, 'test/nix/hardware/framework-desktop.nix'),
  'utf8',
);

const files = {
  'root/etc/NIXOS': '',
  'root/etc/os-release': 'ID=nixos\nVERSION_ID="26.05"\n',
  'root/run/current-system/nixos-version': '26.05.1234.abcdef012345\n',
  'root/etc/hostname': 'framework-desktop\n',
  'root/etc/passwd': `root:x:0:0:System administrator:/root:/bin/sh\nleon:x:1000:100:Leon Weber:${home}:/bin/sh\n`,
  'root/etc/locale.conf': 'LANG=de_DE.UTF-8\n',
  'root/etc/nixos/hardware-configuration.nix': hardware,
  'root/etc/nixos/configuration.nix': `{ config, pkgs, ... }:
{
  imports = [ ./hardware-configuration.nix ];
  boot.loader.systemd-boot.enable = true;
  boot.loader.efi.canTouchEfiVariables = true;
  networking.hostName = "framework-desktop";
  networking.networkmanager.enable = true;
  time.timeZone = "Europe/Berlin";
  i18n.defaultLocale = "de_DE.UTF-8";
  services.xserver.xkb = { layout = "de"; variant = "nodeadkeys"; };
  users.users.leon = {
    isNormalUser = true;
    description = "Leon Weber";
    extraGroups = [ "networkmanager" "wheel" ];
  };
  nixpkgs.config.allowUnfree = true;
  system.stateVersion = "26.05";
}
`,
  'root/sys/firmware/efi/fw_platform_size': '64\n',
  'root/sys/class/drm/card1-DP-1/status': 'connected\n',
  '.gitconfig': '[user]\n  name = Leon Weber\n  email = leon@example.org\n',
  // the one thing that is played: the picture is not to depend on a network
  'bin/nix': '#!/bin/sh\necho "{}" > flake.lock\n',
};

function layMachine() {
  layFiles(folder, Object.entries(files), 0o755);
  fs.symlinkSync('/etc/zoneinfo/Europe/Berlin', path.join(folder, 'root/etc/localtime'));
  // git's settings are read below the root too
  fs.mkdirSync(path.join(folder, 'root/tmp'));
  fs.symlinkSync(folder, path.join(folder, 'root', folder));
  const git = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
  fs.symlinkSync(git, path.join(folder, 'bin/git'));
}

/** As somebody who is not root, since what root would be told is shorter by a `sudo`. */
function user() {
  if (process.getuid() !== 0) return {};
  const below = fs.readdirSync(folder, { recursive: true });
  for (const name of ['', ...below]) fs.lchownSync(path.join(folder, name), 1000, 1000);
  return { uid: 1000, gid: 1000 };
}

/** Runs the program and presses the keys, each when nothing more is drawn. Returns the terminal. */
async function run({ rows, keys }) {
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
  const child = pty.spawn(process.execPath, [path.join(project, 'dist/main.cjs')], {
    cols: columns,
    rows,
    cwd: folder,
    env: {
      TERM: 'xterm-256color',
      COLORTERM: 'truecolor',
      PATH: path.join(folder, 'bin'),
      HOME: folder,
      GIT_CONFIG_NOSYSTEM: '1',
      CREATE_NIXOS_CONFIG_ROOT: path.join(folder, 'root'),
      npm_config_user_agent: 'npm/11.0.0',
    },
    ...user(),
  });
  const left = keys && [...keys];
  const isAsked = () => linesOf(terminal).some((line) => line.startsWith('◆'));
  const code = await new Promise((resolve) => {
    // a prompt is drawn in several writes; it stands when no more have come for a while
    let quiet;
    const next = () => {
      if (left?.length === 0) return resolve(undefined);
      if (isAsked()) child.write(left?.shift() ?? enter);
    };
    child.onData((data) => {
      clearTimeout(quiet);
      terminal.write(data, () => {
        clearTimeout(quiet);
        quiet = setTimeout(next, 300);
      });
    });
    child.onExit(({ exitCode }) => {
      clearTimeout(quiet);
      resolve(exitCode);
    });
  });
  await new Promise((resolve) => terminal.write('', resolve));
  if (code === undefined) child.kill();
  else if (code !== 0) throw new Error(`exit code ${code}\n${linesOf(terminal).join('\n')}`);
  return terminal;
}

function linesOf({ buffer: { active } }) {
  return Array.from({ length: active.length }, (_, at) =>
    active.getLine(at).translateToString(true),
  );
}

const cell = { width: 8.4, height: 18 };
const padding = { left: 22, top: 54, bottom: 18 };
const paper = { back: '#16181f', bar: '#1f222b', edge: '#2d313d', text: '#d7dae3', dim: '#7b8294' };

/** The terminal's eight colours (ECMA-48, SGR 30 to 37) and their bright ones. */
const palette = [
  ...['#4a5060', '#f0737f', '#8fd18a', '#e8c26b', '#7aa8f7', '#c49bf0', '#6fc7d9', '#d7dae3'],
  ...['#7b8294', '#f58f98', '#a9e0a4', '#f0d290', '#9bbffa', '#d6b8f5', '#93d8e6', '#ffffff'],
];

function colourOf(shown) {
  if (shown.isFgRGB()) return `#${shown.getFgColor().toString(16).padStart(6, '0')}`;
  if (shown.isDim()) return paper.dim;
  return palette[shown.isFgPalette() ? shown.getFgColor() : -1] ?? paper.text;
}

/** The colour behind a cell, where it has one of its own. */
function backOf(shown) {
  if (shown.isBgRGB()) return `#${shown.getBgColor().toString(16).padStart(6, '0')}`;
  return shown.isBgPalette() ? palette[shown.getBgColor()] : undefined;
}

/** The parts of a row that look alike: where each begins, its text and its style. */
function parts(line) {
  const found = [];
  for (let at = 0; at < line.length; at += 1) {
    const shown = line.getCell(at);
    const chars = shown.getChars() || ' ';
    const style = {
      fill: colourOf(shown),
      back: backOf(shown),
      bold: shown.isBold() !== 0,
    };
    const last = found.at(-1);
    const joins =
      last && Object.entries(style).every(([name, value]) => last.style[name] === value);
    if (joins && !shapes[chars] && !shapes[last.text]) last.text += chars;
    else found.push({ at, text: chars, style });
  }
  return found;
}

/** A line through the middle of a cell from and to its edges: up, right, down, left. */
const stroke =
  (...d) =>
  (colour) =>
    `<path d="${d.join('')}" stroke="${colour}" stroke-width="1.2" fill="none"/>`;
const [up, right, down, left] = ['M4.2 9V0', 'M4.2 9H8.4', 'M4.2 9V18', 'M4.2 9H0'];
const filled = (d) => (colour) => `<path d="${d}" fill="${colour}"/>`;
const circle = 'cx="4.2" cy="9" r="3.4"';

/** Letters that fonts draw at odd sizes, or with gaps between the rows: drawn by hand. */
const shapes = {
  '│': stroke(up, down),
  '─': stroke(left, right),
  '├': stroke(up, down, right),
  '└': stroke(up, right),
  '┌': stroke(down, right),
  '◆': filled('M4.2 4.4 8.4 9 4.2 13.6 0 9Z'),
  '◇': stroke('M4.2 5 8 9 4.2 13 .4 9Z'),
  '▲': filled('M4.2 4.6 8.6 13H-.2Z'),
  '●': (colour) => `<circle ${circle} fill="${colour}"/>`,
  '█': filled('M0 2H8.6V16H0Z'),
  '◼': filled('M0 4.8H8.4V13.2H0Z'),
  '◻': (colour) =>
    `<rect x=".6" y="5.4" width="7.2" height="7.2" stroke="${colour}" stroke-width="1.2" fill="none"/>`,
  '○': (colour) => `<circle ${circle} stroke="${colour}" stroke-width="1.2" fill="none"/>`,
};

const escaped = (text) =>
  text.replace(/[&<>]/g, (letter) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[letter]);
const number = (value) => String(Math.round(value * 10) / 10);

function drawPart({ at, text, style }, row) {
  const kept = text.trimEnd();
  const from = at + kept.length - kept.trimStart().length;
  const word = kept.trimStart();
  const y = padding.top + row * cell.height;
  const back = style.back ? drawBack(at, text.length, y, style.back) : '';
  if (word === '') return back;
  const x = padding.left + from * cell.width;
  return back + drawWord(word, x, y, style);
}

function drawBack(at, length, y, colour) {
  const place = `x="${number(padding.left + at * cell.width)}" y="${number(y)}"`;
  return `<rect ${place} width="${number(length * cell.width)}" height="${cell.height}" fill="${colour}"/>`;
}

function drawWord(word, x, y, style) {
  const shape = shapes[word];
  if (shape) return `<g transform="translate(${number(x)} ${number(y)})">${shape(style.fill)}</g>`;
  const weight = style.bold ? ' font-weight="bold"' : '';
  const place = `x="${number(x)}" y="${number(y + 13)}" textLength="${number(word.length * cell.width)}"`;
  return `<text ${place} fill="${style.fill}"${weight}>${escaped(word)}</text>`;
}

/** The whole picture: a window, the line that was typed, and the rows of the terminal. */
function draw({ buffer: { active } }, { title, isCut }) {
  const lines = linesOf({ buffer: { active } });
  const count = lines.findLastIndex((line) => line !== '') + 1;
  // where a long way led to a list, the list alone
  const first = isCut ? lines.findLastIndex((line) => line.startsWith('◆')) : 0;
  const prompt = '[leon@framework-desktop:~]$';
  const typed = [
    { at: 0, text: prompt, style: { fill: palette[2], bold: true } },
    {
      at: prompt.length + 1,
      text: "nix-shell -p nodejs git --run 'npm create nixos-config'",
      style: { fill: paper.text, bold: false },
    },
  ];
  const shown = Array.from({ length: count }, (_, at) => parts(active.getLine(at))).slice(first);
  const rows = isCut ? shown : [typed, ...shown];
  const width = Math.ceil(columns * cell.width + 2 * padding.left);
  const height = padding.top + rows.length * cell.height + padding.bottom;
  const lights = ['#f0737f', '#e8c26b', '#8fd18a'].map(
    (colour, at) => `<circle cx="${24 + at * 20}" cy="19" r="6" fill="${colour}"/>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${title}</title>`,
    `<rect x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="10" fill="${paper.back}" stroke="${paper.edge}"/>`,
    `<path d="M1 38V10.5A9.5 9.5 0 0 1 10.5 1H${width - 10.5}A9.5 9.5 0 0 1 ${width - 1} 10.5V38Z" fill="${paper.bar}"/>`,
    ...lights,
    `<g font-family="'JetBrains Mono','SF Mono',Menlo,Consolas,'DejaVu Sans Mono','Liberation Mono',monospace" font-size="14" xml:space="preserve">`,
    ...rows.map((row, at) => row.map((part) => drawPart(part, at)).join('')).filter(Boolean),
    '</g>',
    '</svg>',
    '',
  ]
    .join('\n')
    .replaceAll(folder, home);
}

for (const [name, picture] of Object.entries(pictures)) {
  fs.mkdirSync(folder);
  try {
    layMachine();
    const drawn = draw(await run(picture), picture);
    fs.writeFileSync(path.join(project, `docs/${name}.svg`), drawn);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
