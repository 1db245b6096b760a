// Makes src/data/theme-examples.ts: how the prompt of each theme looks, from the themes themselves.
//
// The sources are checkouts of ohmyzsh/ohmyzsh and of starship/starship. Each theme is drawn by a
// real zsh in a terminal, on a sample machine with a sample repo. That takes Linux, root (for
// namespaces with a hostname, an account and a home of their own) and in PATH git, zsh, starship
// and faketime:
//
//     sudo node scripts/data/theme-examples.mjs ohmyzsh COMMIT starship > src/data/theme-examples.ts
//     npm run format
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { argv, env, stderr, stdout } from 'node:process';
import pty from '@lydell/node-pty';
import xterm from '@xterm/headless';

const [, , ohMyZshFolder, commit, starshipFolder] = argv;
const ohMyZsh = resolve(ohMyZshFolder);
const presets = join(resolve(starshipFolder), 'docs/public/presets/toml');

/** The terminal to draw in: what fills a line or stands at its right edge is to fit in 80 columns. */
const size = { cols: 72, rows: 12 };

/** As many lines as a list has room for below it. */
const mostLines = 2;

/** A gap as wide as this is what pushes something to the right edge. */
const gap = 12;

/**
 * What stands for the private code points of Powerline and of Nerd Fonts: whoever chooses a theme
 * may not have the font for it yet.
 */
const standIns = {
  '\ue0a0': '\u2387',
  '\ue0b0': '\u25ba',
  '\ue0b1': '>',
  '\ue0b2': '\u25c4',
  '\ue0b3': '<',
  '\ue0b4': ')',
  '\ue0b5': ')',
  '\ue0b6': '(',
  '\ue0b7': '(',
};
const otherIcon = '\u25c6';
const privateUse = /[\ue000-\uf8ff\u{f0000}-\u{ffffd}]/gu;

/** What is in a cell of the screen: a sign that every font has, and nothing that has no width. */
const signs = (chars) =>
  chars
    .replace(/[\u200b-\u200d]|[\ufe0e-\ufe0f]/g, '')
    .replace(privateUse, (glyph) => standIns[glyph] ?? otherIcon);

/** Written by zsh once its prompt is drawn: a control sequence that no terminal shows (OSC). */
const drawn = '7357';

/**
 * leon on framework in ~/nixos-config, a repo on the branch main with one commit of three hours ago
 * and one change since. The root is made of the folders of this machine's, without the file that
 * tells a container.
 */
const machine = `
set -e
hostname framework
mount -t tmpfs none /mnt
for entry in /*; do
  if [ -L "$entry" ]; then cp -P "$entry" /mnt/
  elif [ -d "$entry" ]; then
    mkdir "/mnt$entry"
    case $entry in /mnt|/home) ;; *) mount --rbind "$entry" "/mnt$entry" ;; esac
  fi
done
mkdir -p /mnt/home/leon/nixos-config
printf 'root:x:0:0::/root:/bin/sh\\nleon:x:1000:100:Leon:/home/leon:/bin/zsh\\n' > /mnt/home/passwd
mount --bind /mnt/home/passwd /mnt/etc/passwd
cd /mnt/home/leon/nixos-config
git init -q -b main
git config user.name leon
git config user.email leon@example.org
echo '{ }' > flake.nix
git add flake.nix
faketime -f '2026-01-02 09:34:56' git commit -q -m first
echo '{ outputs = _: { }; }' > flake.nix
cat > /mnt/home/leon/.zshrc <<'END'
cd ~/nixos-config
eval "$LOAD"
zle-line-init() { printf '\\e]${drawn};\\a' }
zle -N zle-line-init
END
chown -R 1000:100 /mnt/home/leon
export HOME=/home/leon USER=leon LOGNAME=leon
exec chroot /mnt setpriv --reuid 1000 --regid 100 --clear-groups \\
  faketime -f '2026-01-02 12:34:56' zsh -i
`;

/** What a shell loads for a theme of oh-my-zsh, and the clock that plugins load and a theme expects. */
const loadOhMyZsh = (theme) => `
zmodload zsh/datetime
zstyle ':omz:update' mode disabled
zstyle ':omz:alpha:lib:git' async-prompt no
ZSH=${ohMyZsh} ZSH_THEME=${theme} ZSH_DISABLE_COMPFIX=true DISABLE_AUTO_TITLE=true
plugins=(git)
source $ZSH/oh-my-zsh.sh`;

/** What it loads for starship with the settings of a file. */
const loadStarship = (file) => `
export STARSHIP_CONFIG=${file} STARSHIP_LOG=error
eval "$(starship init zsh)"`;

/** Starts a shell that loads this, and keeps what is on its screen when the prompt is drawn. */
async function draw(load) {
  const terminal = new xterm.Terminal({ ...size, allowProposedApi: true });
  const shell = pty.spawn('unshare', ['--mount', '--uts', '--fork', 'sh', '-c', machine], {
    ...size,
    env: {
      PATH: env.PATH,
      LOAD: load,
      LANG: 'C.UTF-8',
      TZ: 'UTC',
      TERM: 'xterm-256color',
      COLORTERM: 'truecolor',
      GIT_CONFIG_NOSYSTEM: '1',
    },
  });
  const isDrawn = new Promise((done) => {
    const patience = setTimeout(done, 20_000);
    terminal.parser.registerOscHandler(Number(drawn), () => {
      clearTimeout(patience);
      // what was written before it is on the screen; a right prompt comes in the same write
      setTimeout(done, 150);
      return true;
    });
  });
  shell.onData((data) => terminal.write(data));
  await isDrawn;
  shell.kill('SIGKILL');
  return screenOf(terminal);
}

/** The lines of the screen, each a list of cells with the codes that they are drawn with (SGR). */
function screenOf({ buffer: { active } }) {
  const lines = Array.from({ length: active.length }, (_, at) => {
    const line = active.getLine(at);
    return Array.from({ length: line.length }, (_, column) => line.getCell(column))
      .filter((cell) => cell.getWidth() > 0)
      .map((cell) => ({ text: signs(cell.getChars()) || ' ', codes: codesOf(cell) }));
  });
  return lines.map(trimmed).filter((cells) => cells.length > 0);
}

/** The codes of a cell's colours and letters, by what they set. */
function codesOf(cell) {
  return {
    fg: colourCode(cell.isFgRGB(), cell.isFgDefault(), cell.getFgColor(), 30),
    bg: colourCode(cell.isBgRGB(), cell.isBgDefault(), cell.getBgColor(), 40),
    bold: cell.isBold() ? '1' : '',
    dim: cell.isDim() ? '2' : '',
    italic: cell.isItalic() ? '3' : '',
    underline: cell.isUnderline() ? '4' : '',
    inverse: cell.isInverse() ? '7' : '',
  };
}

function colourCode(isRgb, isDefault, colour, base) {
  if (isDefault) return '';
  if (isRgb) return `${base + 8};2;${colour >> 16};${(colour >> 8) & 255};${colour & 255}`;
  if (colour >= 16) return `${base + 8};5;${colour}`;
  return `${colour >= 8 ? base + 60 + colour - 8 : base + colour}`;
}

/** Without the empty cells at the end. */
function trimmed(cells) {
  const isEmpty = ({ text, codes }) => text === ' ' && !codes.bg && !codes.inverse;
  const end = cells.findLastIndex((cell) => !isEmpty(cell));
  return cells.slice(0, end + 1);
}

/** A line as text, with `&CODESm` where the look changes, a tab for a wide gap, and short names. */
function encode(cells) {
  let now = {};
  let line = '';
  for (const { text, codes } of cells) {
    if (/[&UHN\t]/.test(text)) throw new Error(`a theme draws ${text}, which is taken`);
    const look = text === ' ' ? withoutInk(codes, now) : codes;
    line += change(now, look) + text;
    now = look;
  }
  return line
    .replace(new RegExp(` {${gap},}`, 'g'), '\t')
    .replace(/pts\/\d+/g, 'pts/0')
    .replaceAll('leon', 'U')
    .replaceAll('framework', 'H')
    .replaceAll('nixos-config', 'N');
}

/** An empty cell's letters have no look of their own, so they change none. */
function withoutInk(codes, now) {
  const { bg, inverse, underline } = codes;
  return bg || inverse || underline || now.bg || now.inverse || now.underline ? codes : { ...now };
}

/** The codes from one look to another: what is added, or all of it after a reset. */
function change(from, to) {
  const names = Object.keys(to);
  const isSame = names.every((name) => (from[name] ?? '') === to[name]);
  if (isSame) return '';
  const takesAway = names.some((name) => from[name] && !to[name]);
  const wanted = names.filter((name) => to[name] && (takesAway || from[name] !== to[name]));
  return `&${[...(takesAway ? ['0'] : []), ...wanted.map((name) => to[name])].join(';')}m`;
}

const themes = readdirSync(join(ohMyZsh, 'themes'))
  .filter((file) => file.endsWith('.zsh-theme'))
  .map((file) => file.replace('.zsh-theme', ''))
  // as in oh-my-zsh-themes.mjs
  .filter((name) => !['random', 'emotty'].includes(name))
  .sort();
const samples = [
  { name: 'starship', load: loadStarship('/dev/null') },
  ...readdirSync(presets)
    .filter((file) => file.endsWith('.toml'))
    .sort()
    .map((file) => ({ name: file.replace('.toml', ''), load: loadStarship(join(presets, file)) })),
  ...themes.map((name) => ({ name, load: loadOhMyZsh(name) })),
];

const rows = [];
for (const { name, load } of samples) {
  const lines = await draw(load);
  if (lines.length === 0) throw new Error(`${name} draws nothing`);
  if (lines.length > mostLines) stderr.write(`${name} has ${lines.length} lines\n`);
  rows.push({ name, text: lines.slice(-mostLines).map(encode).join('\n') });
}

const version = execFileSync('starship', ['--version'], { encoding: 'utf8' }).split(/\s+/)[1];
const quoted = (text) =>
  `'${JSON.stringify(text).slice(1, -1).replace(/\\"/g, '"').replace(/'/g, "\\'")}'`;
const key = (name) => (/^[a-z]\w*$/i.test(name) ? name : `'${name}'`);
stdout.write(`// Made by scripts/data/theme-examples.mjs from oh-my-zsh ${commit.slice(0, 12)}, and
// from starship's presets with starship ${version}.

/**
 * What the prompt of each theme looks like for leon on framework in ~/nixos-config, a repo on main
 * with a change: at most two lines. \`&1;32m\` stands for the control sequence with these codes
 * (ECMA-48, SGR), a tab for what pushes the rest to the right edge, U, H and N for user, host and
 * folder, which are in nearly all of them.
 */
export const themeExamples: Readonly<Record<string, string>> = {
${rows.map(({ name, text }) => `  ${key(name)}: ${quoted(text)},`).join('\n')}
};
`);
