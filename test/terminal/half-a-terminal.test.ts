import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { programFile, temporaryFolder } from '../support/program.js';
import { Terminal } from '../support/terminal.js';
import { freshNixos } from './machines.js';

vi.setConfig({ testTimeout: 120_000 });

/** Runs the program as `"$@"` in a shell's line that takes one of its streams away. */
function below(line: string, cwd: string): Terminal {
  return new Terminal([], {
    cwd,
    root: freshNixos(),
    command: ['sh', '-c', line, 'sh', process.execPath, programFile],
  });
}

describe('Where only one of input and output is a terminal', () => {
  it('nothing is asked into a pipe: a usage error that names what is missing', async () => {
    const cwd = temporaryFolder();
    const terminal = below('{ "$@"; echo "code $?" >&2; } | cat > out', cwd);
    await terminal.exit();
    expect(terminal.text()).toContain('code 2');
    expect(terminal.text()).toContain('--hostname');
    expect(terminal.text()).toContain('A complete command is:');
    expect(fs.readFileSync(path.join(cwd, 'out'), 'utf8')).toBe('');
    expect(fs.readdirSync(cwd)).toEqual(['out']);
  });

  it('nothing is asked where a pipe would answer', async () => {
    const cwd = temporaryFolder();
    const terminal = below('yes "" 2>/dev/null | "$@"', cwd);
    expect(await terminal.exit()).toEqual({ code: 2, signal: undefined });
    expect(terminal.text()).toContain('A complete command is:');
    expect(terminal.text()).not.toContain('◆');
    expect(fs.readdirSync(cwd)).toEqual([]);
  });

  it('a pipe for the output gets no escape codes, while the terminal gets its errors', async () => {
    const cwd = temporaryFolder();
    const terminal = below('"$@" --yes --no-git --no-lock | cat > out', cwd);
    expect(await terminal.exit()).toEqual({ code: 0, signal: undefined });
    const out = fs.readFileSync(path.join(cwd, 'out'), 'utf8');
    expect(out).toContain('Next steps');
    expect(out).not.toContain('\x1b');
  });
});
