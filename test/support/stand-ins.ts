/**
 * Stand-ins for the programs that a run starts (`nix`, `nixos-rebuild`, `sudo`, `git`, …): small
 * scripts in a folder of their own that record how they were called.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from './program.js';

export interface StandIn {
  /** What it prints to standard output and to standard error. */
  readonly prints?: string;
  readonly complains?: string;
  /** The code that it ends with, 0 where none is given. */
  readonly exits?: number;
  /** Lines of sh that it runs before it ends, in the folder that it was started in. */
  readonly does?: string;
}

export interface Call {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly uid: number;
  /** Those variables that were asked to be kept, where they were set. */
  readonly env: Readonly<Record<string, string>>;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** The full path of a program of this machine. */
function whereIs(program: string): string {
  const { stdout } = spawnSync('sh', ['-c', `command -v ${quoted(program)}`], { encoding: 'utf8' });
  if (!stdout.trim()) throw new Error(`${program} is not on this machine`);
  return fs.realpathSync(stdout.trim());
}

/** A folder for PATH with nothing in it but stand-ins and what is linked there by name. */
export class StandIns {
  /** What PATH is to be. */
  readonly path = temporaryFolder();
  private readonly records = temporaryFolder();

  constructor(private readonly keptVariables: readonly string[] = []) {}

  /** Puts a stand-in there. */
  add(name: string, { prints = '', complains = '', exits = 0, does = '' }: StandIn = {}): this {
    const variables = this.keptVariables.map(
      (variable) => `[ "\${${variable}+set}" ] && printf '%s\\0' "${variable}=$${variable}"`,
    );
    const script = `#!/bin/sh
PATH=$PATH:/usr/bin:/bin:/run/current-system/sw/bin
record=$(mktemp ${quoted(path.join(this.records, `${name}.XXXXXXXX`))})
chmod 666 "$record"
{
  printf '%s\\0' "$PWD" "$(id -u)" "$#" "$@"
  ${variables.join('\n  ')}
  :
} > "$record"
mv "$record" ${quoted(this.records)}/$(date +%s.%N).$$.${quoted(name)}
${prints ? `printf '%s\\n' ${quoted(prints)}` : ':'}
${complains ? `printf '%s\\n' ${quoted(complains)} >&2` : ':'}
${does}
exit ${exits}
`;
    fs.writeFileSync(path.join(this.path, name), script, { mode: 0o755 });
    return this;
  }

  /** Makes a program of this machine found by its name. */
  link(...programs: readonly string[]): this {
    for (const program of programs) fs.symlinkSync(whereIs(program), path.join(this.path, program));
    return this;
  }

  /** Lets accounts other than that of the test use it. */
  share(): this {
    fs.chmodSync(this.path, 0o755);
    fs.chmodSync(this.records, 0o777);
    return this;
  }

  /** How one of them was called, in the order of the calls. */
  calls(name: string): readonly Call[] {
    return fs
      .readdirSync(this.records)
      .filter((file) => file.endsWith(`.${name}`))
      .sort()
      .map((file) => {
        const words = fs.readFileSync(path.join(this.records, file), 'utf8').split('\0');
        const [cwd = '', uid = '', count = '0'] = words;
        const end = 3 + Number(count);
        const env = words.slice(end, -1).map((word) => {
          const at = word.indexOf('=');
          return [word.slice(0, at), word.slice(at + 1)] as const;
        });
        return { argv: words.slice(3, end), cwd, uid: Number(uid), env: Object.fromEntries(env) };
      });
  }
}
