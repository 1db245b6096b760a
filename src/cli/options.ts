/** The flags that are not questions. */

export interface Option {
  readonly name: string;
  readonly short?: string;
  readonly help: string;
  /** What stands for its value in the help; absent for a flag that takes none. */
  readonly placeholder?: string;
  /** The only values it takes; the first is meant where none is given. */
  readonly values?: readonly string[];
  /** On unless `--no-` stands before its name. */
  readonly onByDefault?: true;
}

export const options = [
  { name: 'yes', short: 'y', help: 'accept every default and the confirmation' },
  {
    name: 'answers',
    placeholder: '<file>',
    help: "read answers from a JSON file, such as a repo's .create-nixos-config.json",
  },
  { name: 'from', placeholder: '<dir>', help: 'take over the configuration in this directory' },
  { name: 'import', help: 'take over what /etc/nixos has', onByDefault: true },
  {
    name: 'root',
    placeholder: '<dir>',
    help: 'install to the system that is mounted there, such as /mnt',
  },
  { name: 'install', help: 'run nixos-install at the end, with --root' },
  { name: 'dry-run', help: 'show what would be written, and write nothing' },
  { name: 'merge', help: 'add to a directory what is not there yet' },
  { name: 'overwrite', help: 'replace the files that differ; nothing is deleted' },
  { name: 'git', help: 'set up git', onByDefault: true },
  { name: 'lock', help: 'pin the inputs in flake.lock', onByDefault: true },
  {
    name: 'rebuild',
    values: ['switch', 'boot', 'test', 'build'],
    help: 'build the new system at the end, and go as far as that with it',
  },
  { name: 'json', help: 'print one JSON object, and ask nothing' },
  { name: 'help', short: 'h', help: 'show this' },
  { name: 'version', short: 'v', help: 'show the version' },
] as const satisfies readonly Option[];

export type OptionName = (typeof options)[number]['name'];
