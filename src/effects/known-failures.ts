/**
 * What programs say when a first rebuild fails, what it means, and what to do. The shapes are those
 * of Nix 2.18 to 2.31, of the modules of NixOS and Home Manager, and of the boot loaders' installers.
 */

export interface KnownFailure {
  /** Matched against the output, without colours. */
  readonly pattern: RegExp;
  /** A sentence or two; `{1}` stands for what the pattern's first group has matched. */
  readonly means: string;
  /** What to do. A line that is indented is a command or a line of Nix, and stays as it is. */
  readonly todo: readonly string[];
  /** The group that names the option whose line is to be shown. */
  readonly option?: number;
  /** Said only where nothing else is: a warning, or what may have been got over. */
  readonly isWeak?: true;
}

/** A file of a flake, as Nix names it: in the store, or, with lazy trees, by where it comes from. */
const source = String.raw`(?:/nix/store/[^/\s]+?-source|«[^»]+»)/`;

const quoted = (name: string) => new RegExp(name.replaceAll('SOURCE', source));

const track = ['In the repo, tell git of every file:', '  git add --all'] as const;

export const knownFailures: readonly KnownFailure[] = [
  // the flake and its repo
  {
    pattern: /Path '([^']+)' in the repository .* is not tracked by Git/,
    means: 'git does not know {1}, and Nix sees only what git knows.',
    todo: track,
  },
  {
    pattern: quoted(
      String.raw`(?:path|getting status of) '?SOURCE([^'\s]+?)'?(?: does not exist|: No such file)`,
    ),
    means: 'Nix does not find {1}. In a git repo it sees only the files that git knows.',
    todo: [...track, 'If the file is not there at all, correct what names it.'],
  },
  {
    pattern: /(?:does not contain|is not part of a flake .* contain) a '\/?flake\.nix'/,
    means: 'There is no flake.nix where one was looked for, or git does not know it.',
    todo: track,
  },
  {
    pattern: /does not provide attribute .*nixosConfigurations\."?([^".']+)"?/,
    means: 'flake.nix has no computer of the name {1}.',
    todo: ['Name one that is in flake.nix behind the #, or give this one the same name there.'],
  },
  {
    pattern: /repository path '([^']+)' is not owned by current user/,
    means: '{1} belongs to somebody else than who runs Nix.',
    todo: [
      'Give it back to its user, and run git and Nix as that user:',
      `  sudo chown -R "$USER": '{1}'`,
    ],
  },
  {
    pattern: /experimental Nix feature '([^']+)' is disabled/,
    means: 'Flakes are not switched on for this command: it needs the feature {1}.',
    todo: [
      'For one command, behind its name:',
      "  --extra-experimental-features 'nix-command flakes'",
      'The new configuration switches them on for good.',
    ],
  },
  {
    pattern: /rate limit exceeded|HTTP error 429/i,
    means: 'GitHub answers only so many anonymous requests an hour, and they are used up.',
    todo: [
      'Wait an hour, or give Nix a token of yours (access-tokens in nix.conf(5)):',
      '  export NIX_CONFIG="access-tokens = github.com=TOKEN"',
    ],
  },

  {
    pattern: /unrecognised flag '--extra-experimental-features'/,
    means: 'This Nix is too old for flakes, which came with 2.4.',
    todo: ['Bring it up to date, or do this on the NixOS that the repo is for.'],
  },

  // Nix itself, and the machine below it
  {
    pattern: /daemon-socket\/socket'?: Permission denied/,
    means: 'You may not talk to Nix’s daemon.',
    todo: [
      'On Debian, Ubuntu and Arch a group may. Join it, then log in again:',
      '  sudo usermod --append --groups nix-users "$USER"',
    ],
  },
  {
    pattern: /cannot connect to socket at '[^']*'/,
    means: 'Nix’s daemon does not run.',
    todo: ['Start it, then do it again:', '  sudo systemctl start nix-daemon'],
  },
  {
    pattern:
      /died with <Signals\.SIGKILL: 9>|failed due to signal 9 \(Killed\)|^(?:.*: line \d+: +\d+ )?Killed\b|\bout of memory\b|Cannot allocate memory|std::bad_alloc/im,
    means: 'Something was killed, most often because the memory ran out.',
    todo: ['Close other programs, then do it again. With less than 4 GB of memory it needs swap.'],
  },

  // what a flake refuses
  {
    pattern: /cannot look up '(<[^>]+>)' in pure evaluation mode/,
    means: 'A flake knows no channels, so {1} leads nowhere.',
    todo: [
      'Use pkgs, or inputs.nixpkgs for files of nixpkgs:',
      '  "${inputs.nixpkgs}/nixos/modules/…"',
    ],
  },
  {
    pattern: /file '([^']+)' was not found in the Nix search path/,
    means: 'Nothing is called <{1}> here: there are no channels.',
    todo: ['Take it from an input of flake.nix instead.'],
  },
  {
    pattern: /system\.copySystemConfiguration is not supported with flakes/,
    means: 'A flake is kept by git, so NixOS makes no copy of it.',
    todo: ['Take this line out:', '  system.copySystemConfiguration = true;'],
    option: 0,
  },
  {
    pattern: /access to absolute path '([^']+)' is forbidden in pure/,
    means: 'A flake reads nothing outside its own folder, and something names a path below {1}.',
    todo: ['Copy the file into the repo, and name it from there: ./file.nix'],
  },
  {
    pattern: /in pure evaluation mode, '(\w+)' requires a 'sha256' argument/,
    means: '{1} without a hash could fetch anything, which a flake refuses.',
    todo: ['Make it an input of flake.nix, or give it the hash that Nix names:', '  sha256 = "";'],
  },

  // lines of the configuration
  {
    pattern: /The option definition `([^']+)' in .* no longer has any effect/,
    means: 'The option {1} is gone from NixOS.',
    todo: ['Take the line out; what stands below it in the log says what to use instead.'],
    option: 1,
  },
  {
    pattern: /The option `([^']+)' does not exist/,
    means: 'There is no option {1} in this release, or its name is misspelt.',
    todo: ['Look it up at https://search.nixos.org/options, for your release.'],
    option: 1,
  },
  {
    pattern: /The option `([^']+)' has conflicting definition values/,
    means: '{1} is set twice, to different values.',
    todo: ['Take one of them out, or let one win:', '  lib.mkForce value'],
    option: 1,
  },
  {
    pattern: /The option `([^']+)' (?:is|was) defined multiple times/,
    means: '{1} is set more than once, and takes one value only.',
    todo: ['Take the others out.'],
    option: 1,
  },
  {
    pattern: /A definition for option `([^']+)' is not of type `([^']+)'/,
    means: '{1} has to be of the type {2}.',
    todo: ['Correct its value: https://search.nixos.org/options shows an example.'],
    option: 1,
  },
  {
    pattern:
      /The option `([^']+)' (?:is used but not defined|was accessed but has no value defined)/,
    means: '{1} needs a value, and nothing sets it.',
    todo: ['Set it.'],
  },
  {
    pattern: /argument `([^`]+)` is not externally provided[\s\S]*infinite recursion encountered/,
    means: 'A module imports something through its argument {1}, which nobody hands to it.',
    todo: [
      'Hand it over in flake.nix, and for Home Manager in extraSpecialArgs too:',
      '  specialArgs = { inherit inputs {1}; };',
    ],
  },
  {
    pattern: /argument `([^`]+)` is not externally provided[\s\S]*attribute '\1' missing/,
    means: 'A module asks for the argument {1}, which nobody hands to it.',
    todo: [
      'Take it out of the first line of the file, or hand it over in flake.nix:',
      '  specialArgs = { inherit inputs {1}; };',
    ],
  },
  {
    pattern: /infinite recursion encountered/,
    means: 'Something depends on itself: most often `imports` that looks at config or pkgs.',
    todo: ['Import without a condition, and put the condition into the file with lib.mkIf.'],
  },
  {
    pattern: /error: undefined variable '([^']+)'/,
    means: 'Nothing is called {1} there: a package of another name, or a word without its quotes.',
    todo: ['Look the name up at https://search.nixos.org/packages.'],
  },
  {
    pattern: /error: attribute '([^']+)' missing/,
    means: 'There is no {1} there: most often a package of another name.',
    todo: ['Look the name up at https://search.nixos.org/packages.'],
  },
  {
    pattern: /error: syntax error, ([^\n]+)/,
    means: 'Nix cannot read the file: {1}. Often a ; or a bracket is missing just before.',
    todo: [],
  },
  {
    pattern: /error: attribute '([^']+)' already defined/,
    means: '{1} is set twice in one file.',
    todo: ['Take one of the two out, or put both values into one.'],
  },

  // what modules insist on
  {
    pattern:
      /users\.users\.([\w-]+)\.shell is set to (\w+), but\s+programs\.\w+\.enable is not true/,
    means: '{2} is the login shell of {1}, and has to be switched on for the system too.',
    todo: ['In the host’s configuration.nix:', '  programs.{2}.enable = true;'],
  },
  {
    pattern: /fileSystems.? option does not specify your root file system/,
    means: 'Nothing says what is mounted at /: the hardware file is missing or is no real one.',
    todo: [
      'Have it written on this machine, into the host’s folder:',
      '  nixos-generate-config --show-hardware-config > hardware-configuration.nix',
    ],
  },
  {
    pattern: /You must set the option .*boot\.loader\.grub\.(?:devices|mirroredBoots)/,
    means: 'GRUB does not know which disk it is written to.',
    todo: [
      'Name the whole disk in the host’s configuration.nix:',
      '  boot.loader.grub.device = "/dev/sda";',
    ],
  },
  {
    pattern: /Refusing to evaluate package '([^']+)'[\s\S]{0,400}?unfree licen[sc]e/i,
    means: '{1} is not free software, and only free software is allowed.',
    todo: ['Allow it in the host’s configuration.nix:', '  nixpkgs.config.allowUnfree = true;'],
  },
  {
    pattern: /Package ‘([^’]+)’[\s\S]{0,400}?has an unfree licen[sc]e/,
    means: '{1} is not free software, and only free software is allowed.',
    todo: ['Allow it in the host’s configuration.nix:', '  nixpkgs.config.allowUnfree = true;'],
  },
  {
    pattern: /has an unfree licen[sc]e[^\n]*, refusing to evaluate/,
    means: 'A package is not free software, and only free software is allowed.',
    todo: ['Allow it in the host’s configuration.nix:', '  nixpkgs.config.allowUnfree = true;'],
  },
  {
    pattern: /hash mismatch in fixed-output derivation '[^']*-([^'/]+)\.drv'/,
    means: 'What was fetched for {1} is not what its package expects: it has changed since.',
    todo: ['Take newer packages, then build again:', '  nix flake update'],
  },

  // the activation
  {
    pattern: /Existing file '([^']+)' would be clobbered by backing up '([^']+)'/,
    means: 'Home Manager moves {2} away to {1}, and that is taken already. It has written nothing.',
    todo: ['Move the older copy away, then do it again:', "  mv '{1}' '{1}.older'"],
  },
  {
    pattern: /Existing file '([^']+)' would be clobbered/,
    means:
      'Home Manager would write {1}, where a file or a link of yours is. It has written nothing.',
    todo: ['Move yours away, then do it again:', "  mv '{1}' '{1}.before'"],
  },
  {
    pattern:
      /No space left on device[^\n]*\/(?:boot|efi)\/|(?:\/boot|\/efi)\/[^\n]*No space left on device/,
    means: 'The boot partition is full of kernels of older generations.',
    todo: [
      'Take those of more than two weeks ago out, then do it again:',
      '  sudo nix-collect-garbage --delete-older-than 14d',
      '  sudo /run/current-system/bin/switch-to-configuration boot',
    ],
  },
  {
    pattern: /No space left on device|disk is full/,
    means: 'The disk is full.',
    todo: [
      'Delete what no system uses any more, then do it again:',
      '  sudo nix-collect-garbage --delete-older-than 14d',
    ],
  },
  {
    pattern: /could not find any previously installed systemd-boot/,
    means: 'systemd-boot has never been installed here, so there is nothing to bring up to date.',
    todo: [
      'Install it along with the new system, once, behind the command:',
      '  --install-bootloader',
    ],
  },
  {
    pattern: /is not a FAT EFI System Partition|couldn't find EFI system partition/i,
    means: 'No EFI partition is mounted where the boot loader looks for it.',
    todo: [
      'Mount it at /boot, or name its place:',
      '  boot.loader.efi.efiSysMountPoint = "/boot/efi";',
    ],
  },
  {
    pattern:
      /Could not acquire lock|Unit nixos-rebuild-switch-to-configuration\.service was already loaded/,
    means: 'Another switch is under way, or one that was stopped goes on by itself.',
    todo: [
      'Wait for it to end, then do it again. To see how it stands:',
      '  systemctl status nixos-rebuild-switch-to-configuration',
    ],
  },
  {
    pattern: /an .init. that is\s+incompatible with the current configuration/,
    means: 'The new system cannot take over from the one that runs: it needs a restart.',
    todo: ['Make it the next start instead of switching to it: boot in place of switch.'],
  },
  {
    pattern: /incorrect (?:password|authentication) attempts?/,
    means: 'sudo did not get the right password, which is the one that you log in with.',
    todo: ['Do it again. Nothing is shown while you type it.'],
  },
  {
    pattern:
      /I'm sorry [\w.-]+\. I'm afraid I can't do that|([\w.-]+) is not in the sudoers file|sudo: a (?:terminal|password) is required/,
    means: 'sudo would not run it: nobody typed a password, or the user may not use sudo.',
    todo: ['Run it in a terminal, as a user in the group wheel.'],
  },
  {
    pattern: /builder for '[^']*-([^'/]+)\.drv' failed|Cannot build '[^']*-([^'/]+)\.drv'/,
    means: '{1} could not be built, which is not your configuration’s fault as a rule.',
    todo: ['Take newer packages, or leave it out for now:', '  nix flake update'],
    isWeak: true,
  },

  // warnings, and what may have been got over
  {
    pattern: /The name ca\.desrt\.dconf was not provided/,
    means: 'Settings of GTK programs are kept by dconf, which is not switched on.',
    todo: ['In the host’s configuration.nix:', '  programs.dconf.enable = true;'],
    isWeak: true,
  },
  {
    pattern: /the following (?:user )?units failed: ([^\n]+)/,
    means: 'These did not start: {1}',
    todo: ['What each of them says:', '  systemctl status NAME', '  journalctl --boot --unit NAME'],
    isWeak: true,
  },
  {
    pattern: /certificate is not yet valid|certificate has expired/i,
    means:
      'A server’s certificate is not valid now: most often the clock of this computer is wrong.',
    todo: ['Look at it, and have it set over the network:', '  sudo timedatectl set-ntp true'],
    isWeak: true,
  },
  {
    pattern: /unable to download '([^']+)': HTTP error (\d+)/,
    means: '{1} could not be fetched: the server answers with the error {2}.',
    todo: ['Look whether it is there still: a branch or a version may have another name.'],
    isWeak: true,
  },
  {
    pattern:
      /Could not resolve host|Couldn't connect to server|unable to download|Connection timed out/i,
    means: 'Something could not be fetched: there is no network, or the server does not answer.',
    todo: ['Join a network, then do it again:', '  nmtui'],
    isWeak: true,
  },
  {
    pattern:
      /You have set either `nixpkgs\.config` or `nixpkgs\.overlays` while using `home-manager\.useGlobalPkgs`/,
    means:
      'nixpkgs is set up for the whole system, so Home Manager takes no settings of its own for it.',
    todo: ['Move nixpkgs.config and nixpkgs.overlays into the host’s configuration.nix.'],
    isWeak: true,
  },
  {
    pattern: /DBI connect\([^\n]*programs\.sqlite/,
    means: 'command-not-found looks for a channel, and a flake has none.',
    todo: [
      'Take this out, or use nix-index in its place:',
      '  programs.command-not-found.enable = true;',
    ],
    isWeak: true,
  },
];
