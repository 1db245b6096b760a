/** What a failed rebuild says, in words: real output, kept in `failures/`, against the table. */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { explain } from '../../src/effects/failures.js';
import { knownFailures } from '../../src/effects/known-failures.js';
import { temporaryFolder } from '../support/program.js';

const folder = fileURLToPath(new URL('failures', import.meta.url));

/** As Nix 2.26 printed it, with a repo of this program's in `/home/leon/nixos-config`. */
function output(name: string): string {
  return fs.readFileSync(path.join(folder, `${name}.txt`), 'utf8');
}

type Files = Readonly<Record<string, Readonly<Record<number, string>>>>;

/** A repo whose files have only the lines that count, each at its number. */
function repo(files: Files = {}): string {
  const directory = temporaryFolder();
  for (const [file, lines] of Object.entries(files)) {
    const last = Math.max(...Object.keys(lines).map(Number));
    const text = Array.from({ length: last }, (_, at) => lines[at + 1] ?? '').join('\n');
    fs.mkdirSync(path.dirname(path.join(directory, file)), { recursive: true });
    fs.writeFileSync(path.join(directory, file), `${text}\n`);
  }
  return directory;
}

const configuration = 'hosts/laptop/configuration.nix';
const [is, line] = [`It is in ${configuration}`, 'line'];

interface Case {
  readonly name: string;
  readonly files?: Files;
  readonly says: readonly string[];
}

const real: readonly Case[] = [
  { name: 'features', says: ['feature nix-command', '--extra-experimental-features'] },
  { name: 'untracked', says: ['does not find hosts/laptop/more.nix', '  git add --all'] },
  { name: 'untracked-flake', says: ['does not find flake.nix', '  git add --all'] },
  { name: 'host', says: ['no computer of the name nixos'] },
  { name: 'owner', says: ['  sudo chown -R "$USER": \'/home/leon/nixos-config\''] },
  {
    name: 'syntax',
    files: { [configuration]: { 26: '  time.timeZone = "UTC";' } },
    says: ["unexpected '='", `${is}, ${line} 26:`, '  time.timeZone = "UTC";'],
  },
  {
    name: 'undefined',
    files: { [configuration]: { 66: '    nosuchpackage' } },
    says: ['Nothing is called nosuchpackage', `${is}, ${line} 66:`, '  nosuchpackage'],
  },
  {
    name: 'attribute',
    files: { [configuration]: { 66: '    pkgs.nosuchpackage' } },
    says: ['There is no nosuchpackage', `${is}, ${line} 66:`],
  },
  {
    name: 'option',
    files: {
      [configuration]: { 9: '  # services.nosuch', 12: '  services.nosuch.enable = true;' },
    },
    says: ['no option services.nosuch', `${is}, ${line} 12:`],
  },
  {
    name: 'type',
    files: { [configuration]: { 4: '  networking.firewall.enable = "yes";' } },
    says: ['networking.firewall.enable has to be of the type boolean', `${is}, ${line} 4:`],
  },
  {
    name: 'conflict',
    files: {
      [configuration]: { 21: '    hostName = "laptop";' },
      'hosts/laptop/other.nix': { 1: '{ networking.hostName = "other"; }' },
    },
    says: ['networking.hostName is set twice', 'It is in hosts/laptop/other.nix, line 1:'],
  },
  {
    name: 'renamed',
    files: { [configuration]: { 30: '  services.xserver.xkb.layout = "us";' } },
    says: ['services.xserver.xkb.layout is set twice', `${is}, ${line} 30:`],
  },
  {
    name: 'removed',
    files: { [configuration]: { 25: '  sound.enable = true;' } },
    says: ['The option sound is gone', `${is}, ${line} 25:`, '  sound.enable = true;'],
  },
  {
    name: 'nixpkgspath',
    files: { [configuration]: { 2: '' } },
    says: ['<nixpkgs/README.md> leads nowhere', `${is}.`],
  },
  {
    name: 'copysystem',
    files: { [configuration]: { 7: '  system.copySystemConfiguration = true;' } },
    says: ['makes no copy', `${is}, ${line} 7:`],
  },
  { name: 'absolute', says: ['names a path below /etc', './file.nix'] },
  { name: 'fetch', says: ['fetchTarball without a hash'] },
  { name: 'searchpath', says: ['called <nixpkgs> here'] },
  { name: 'noroot', says: ['what is mounted at /', '--show-hardware-config'] },
  { name: 'grub', says: ['GRUB does not know', 'boot.loader.grub.device'] },
  { name: 'shell', says: ['zsh is the login shell of leon', '  programs.zsh.enable = true;'] },
  { name: 'usefulglobal', says: ['Home Manager takes no settings of its own'] },
  {
    name: 'recursion',
    says: ['through its argument extra', 'specialArgs = { inherit inputs extra; };'],
  },
  { name: 'missingarg', says: ['asks for the argument unstable'] },
  { name: 'statever', says: ['home-manager.users.leon.home.stateVersion needs a value'] },
  { name: 'noflake', says: ['git add --all'] },
];

/** Shapes that were read in the sources or in reports, since they can't be had without a network, a boot partition or systemd. */
const reported: readonly (Case & { readonly text: string })[] = [
  {
    name: 'a file that git does not know, since Nix 2.28',
    text: `error: Path 'hosts/laptop/more.nix' in the repository "/home/leon/nixos-config" is not tracked by Git.

       To make it visible to Nix, run:

       git -C "/home/leon/nixos-config" add "hosts/laptop/more.nix"`,
    says: ['git does not know hosts/laptop/more.nix', '  git add --all'],
  },
  {
    name: 'a file that git does not know, until Nix 2.18',
    text: `error: getting status of '/nix/store/${'a'.repeat(32)}-source/hosts/laptop/more.nix': No such file or directory`,
    says: ['does not find hosts/laptop/more.nix'],
  },
  {
    name: 'the rate limit of GitHub',
    text: `error:
       … while fetching the input 'github:NixOS/nixpkgs/nixos-26.05'

       error: unable to download 'https://api.github.com/repos/NixOS/nixpkgs/commits/nixos-26.05': HTTP error 403

       response body:

       {"message":"API rate limit exceeded for 203.0.113.1. (But here's the good news: …)"}`,
    says: ['anonymous requests an hour', 'access-tokens'],
  },
  {
    name: 'a package that is not free',
    text: `       error: Package ‘steam-1.0.0.85’ in /nix/store/${'a'.repeat(32)}-source/pkgs/by-name/st/steam/package.nix:31 has an unfree license (‘unfreeRedistributable’), refusing to evaluate.`,
    says: ['steam-1.0.0.85 is not free', '  nixpkgs.config.allowUnfree = true;'],
  },
  {
    name: 'a file in the way of Home Manager',
    text: `warning: the following units failed: home-manager-leon.service
× home-manager-leon.service - Home Manager environment for leon
Nov 15 15:31:14 laptop hm-activate-leon[11848]: Existing file '/home/leon/.zshrc' would be clobbered
warning: error(s) occurred while switching to the new configuration`,
    says: ['Home Manager would write /home/leon/.zshrc', "  mv '/home/leon/.zshrc'"],
  },
  {
    name: 'a backup in the way of Home Manager',
    text: `warning: the following units failed: home-manager-leon.service
Nov 15 15:31:14 laptop hm-activate-leon[11848]: Existing file '/home/leon/.zshrc.backup' would be clobbered by backing up '/home/leon/.zshrc'`,
    says: ['moves /home/leon/.zshrc away to /home/leon/.zshrc.backup'],
  },
  {
    name: 'a full boot partition, with systemd-boot',
    text: `  File "/nix/store/${'a'.repeat(32)}-systemd-boot/bin/systemd-boot", line 114, in copy_from_file
OSError: [Errno 28] No space left on device: '/boot/EFI/nixos/${'b'.repeat(32)}-initrd-linux-6.12.41-initrd.efi'`,
    says: ['boot partition is full', 'nix-collect-garbage'],
  },
  {
    name: 'a full boot partition, with GRUB',
    text: `cannot copy /nix/store/${'a'.repeat(32)}-linux-6.1.74/bzImage to /boot/kernels/${'a'.repeat(32)}-linux-6.1.74-bzImage.tmp: No space left on device`,
    says: ['boot partition is full'],
  },
  {
    name: 'a full disk',
    text: `error: writing to file: No space left on device`,
    says: ['The disk is full.'],
  },
  {
    name: 'units that failed, when nothing else is known',
    text: `warning: the following units failed: tailscaled.service\n`,
    says: ['These did not start: tailscaled.service', '  systemctl status NAME'],
  },
  {
    name: 'no network',
    text: `warning: error: unable to download 'https://cache.nixos.org/nix-cache-info': Could not resolve hostname (6) Could not resolve host: cache.nixos.org; retrying in 2359 ms`,
    says: ['no network', '  nmtui'],
  },
  {
    name: 'GTK settings without dconf',
    text: `Nov 15 15:31:14 laptop hm-activate-leon[900]: error: GDBus.Error:org.freedesktop.DBus.Error.ServiceUnknown: The name ca.desrt.dconf was not provided by any .service files`,
    says: ['programs.dconf.enable = true;'],
  },
  {
    name: 'command-not-found',
    text: `DBI connect('dbname=/nix/var/nix/profiles/per-user/root/channels/nixos/programs.sqlite','',...) failed: unable to open database file`,
    says: ['command-not-found looks for a channel'],
  },
  {
    name: 'sudo without a terminal',
    text: 'sudo: a terminal is required to read the password; either use the -S option to read from standard input or configure an askpass helper',
    says: ['sudo would not run it'],
  },
  {
    name: 'a password that is wrong three times',
    text: 'Sorry, try again.\nsudo: 3 incorrect password attempts',
    says: ['sudo did not get the right password'],
  },
  {
    name: 'a password that is wrong three times, with sudo-rs',
    text: 'sudo: Authentication failed, try again.\nsudo: maximum 3 incorrect authentication attempts',
    says: ['sudo did not get the right password'],
  },
  {
    name: 'sudo-rs and somebody who may not use it',
    text: "sudo: I'm sorry leon. I'm afraid I can't do that",
    says: ['in the group wheel'],
  },
  {
    name: 'Nix killed below nixos-rebuild-ng',
    text: "building the system configuration...\nCommand '['nix', '--extra-experimental-features', 'nix-command flakes', 'build']' died with <Signals.SIGKILL: 9>.",
    says: ['the memory ran out'],
  },
  {
    name: 'Nix killed below nixos-rebuild of Bash',
    text: 'building the system configuration...\n/run/current-system/sw/bin/nixos-rebuild: line 400:  1234 Killed                  nix "${flakeFlags[@]}" build',
    says: ['the memory ran out'],
  },
  {
    name: 'a builder that was killed',
    text: "error: builder for '/nix/store/aaa-chromium-1.0.drv' failed due to signal 9 (Killed);",
    says: ['the memory ran out'],
  },
  {
    name: 'no daemon',
    text: "error: cannot connect to socket at '/nix/var/nix/daemon-socket/socket': Connection refused",
    says: ['daemon does not run', '  sudo systemctl start nix-daemon'],
  },
  {
    name: 'a daemon for others',
    text: "error: cannot connect to socket at '/nix/var/nix/daemon-socket/socket': Permission denied",
    says: ['may not talk to Nix’s daemon', 'nix-users'],
  },
  {
    name: 'Nix 2.3',
    text: "error: unrecognised flag '--extra-experimental-features'\nTry 'nix --help' for more information.",
    says: ['too old for flakes'],
  },
  {
    name: 'an option that is set more than once',
    text: "error: The option `services.displayManager.defaultSession' is defined multiple times while it's expected to be unique.",
    says: ['services.displayManager.defaultSession is set more than once'],
  },
];

function check({ says, files }: Pick<Case, 'says' | 'files'>, text: string): void {
  const lines = explain(text, repo(files));
  for (const words of says) expect(lines.join('\n')).toContain(words);
}

describe('a failure that is known', () => {
  it.each(real)('as Nix prints it: $name', (each) => check(each, output(each.name)));

  it.each(reported)('as it was reported: $name', (each) => check(each, each.text));

  it('has a test for each kept output', () => {
    const kept = fs.readdirSync(folder).map((file) => file.replace('.txt', ''));
    expect(real.map(({ name }) => name).sort()).toEqual(kept.sort());
  });

  it('has no words that a group was to fill and did not', () => {
    for (const text of [
      ...real.map(({ name }) => output(name)),
      ...reported.map((each) => each.text),
    ]) {
      expect(explain(text, repo()).join('\n')).not.toMatch(/\{\d\}|undefined/);
    }
  });

  it('is in a table whose rows all say something', () => {
    for (const { pattern, means } of knownFailures) {
      expect(means, `${pattern}`).toMatch(/^[^ ].*\S$/);
      const groups = new RegExp(`${pattern.source}|`).exec('')?.length ?? 0;
      for (const [, group] of means.matchAll(/\{(\d)\}/g)) {
        expect(Number(group), `${pattern}`).toBeLessThan(groups);
      }
    }
  });
});

describe('a place', () => {
  it('in an input with a file of the same name is not one of the repo', () => {
    const text = `error: attribute 'x' missing
       at /nix/store/${'a'.repeat(32)}-source/flake.nix:2:3:
            1|   outputs =
            2|     somebody else's line
             |     ^`;
    const lines = explain(text, repo({ 'flake.nix': { 2: '  description = "mine";' } }));
    expect(lines.join('\n')).not.toContain('flake.nix');
  });

  it('with lazy trees is found too', () => {
    const text = `error: undefined variable 'gitt'
       at «git+file:///home/leon/nixos-config»/${configuration}:3:5:
            2|   environment.systemPackages = with pkgs; [
            3|     gitt
             |     ^`;
    check({ says: [`${is}, line 3:`], files: { [configuration]: { 3: '    gitt' } } }, text);
  });

  it('is found where the repo is a folder in a larger one', () => {
    const text = `error: undefined variable 'gitt'\n       at /nix/store/${'a'.repeat(32)}-source/machines/${configuration}:3:5:`;
    check({ says: [`${is}, line 3:`], files: { [configuration]: { 3: '    gitt' } } }, text);
  });

  it('in an error that is not known is shown all the same', () => {
    const text = `error: cannot coerce a set to a string\n       at /nix/store/${'a'.repeat(32)}-source/${configuration}:3:5:`;
    check({ says: [`${is}, line 3:`], files: { [configuration]: { 3: '    "${pkgs}"' } } }, text);
  });

  it('outside the repo is never read', () => {
    const text = `error: x\n at /nix/store/${'a'.repeat(32)}-source/../../etc/passwd:1:1:`;
    expect(explain(text, repo())).toEqual([]);
  });
});

describe('colours and line ends', () => {
  it('do not hide a failure', () => {
    const text = "\u001b[31;1merror:\u001b[0m undefined variable '\u001b[35;1mgitt\u001b[0m'\r\n";
    expect(explain(text, repo())[0]).toContain('Nothing is called gitt');
  });

  it('and nothing known is nothing said', () => {
    expect(explain('all is well\n', repo())).toEqual([]);
  });
});

it.each([
  ['HTTP error 404', 'the server answers with the error 404', 'there is no network'],
  [
    'SSL certificate problem: certificate is not yet valid',
    'the clock of this computer is wrong',
    'there is no network',
  ],
])('a server that answers is not taken for none: %s', (what, says, never) => {
  const text = explain(`error: unable to download 'https://x/y': ${what}`, repo()).join('\n');
  expect(text).toContain(says);
  expect(text).not.toContain(never);
});

it('a switch that goes on by itself is told from a failure', () => {
  const said =
    'Failed to start transient service unit: Unit nixos-rebuild-switch-to-configuration.service was already loaded or has a fragment file.';
  expect(explain(said, repo()).join('\n')).toMatch(/Another switch is under way[\s\S]*systemctl/);
});
