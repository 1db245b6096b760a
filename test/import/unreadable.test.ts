/** A configuration that Nix itself could not read. */
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { layFiles } from '../../scripts/files.mjs';
import { run, temporaryFolder } from '../support/program.js';
import { hardware } from './installer.js';

const broken = '{\n  time.timeZone = "UTC";\n  ]\n}\n';
const files = new Map([
  ['configuration.nix', broken],
  ['hardware-configuration.nix', hardware],
]);

describe('an entry that can’t be read', () => {
  it('is refused with its line, and nothing is written', async () => {
    const folder = temporaryFolder();
    const from = path.join(folder, 'nixos');
    const out = path.join(folder, 'repo');
    layFiles(from, files);
    const { code, stderr } = await run([out, '--from', from, '--yes', '--username', 'leon']);
    expect(code).toBe(2);
    expect(stderr).toContain(`Nix can’t read ${from}/configuration.nix, line 3`);
    expect(stderr).toContain('leave out --from');
    expect(fs.existsSync(out)).toBe(false);
  });
});
