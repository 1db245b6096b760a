/** A full name that is hard on Nix, or that NixOS refuses, on its way through taking over. */
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { layFiles } from '../../scripts/files.mjs';
import { askNix, itNeedingNix } from '../support/nix.js';
import { filesIn, run, temporaryFolder } from '../support/program.js';
import { plainMachine } from './installer/machine.js';
import { installerConfiguration } from './installer/write.js';

/** Names as a person would have them, none of which NixOS minds. */
const hard = [
  'Leon "Aumit" Doe',
  '${config.users.users.root.password}',
  String.raw`C:\Users\leon`.replace(':', ''),
  String.raw`\${x} \" \\`,
  "''${x}''",
  'Jörg Müller-Lüdenscheidt 🦊',
  '# no comment',
];

/** What stands in a file of NixOS: `"` and `\` behind a `\`, and no `${`. */
function nixString(text: string): string {
  return text.replace(/["\\]|\$(?=\{)/g, (special) => `\\${special}`);
}

async function takeOver(description: string) {
  const folder = temporaryFolder();
  const from = path.join(folder, 'nixos');
  // the installer itself does not escape the name, so who has such a name has mended the file
  layFiles(from, installerConfiguration({ ...plainMachine, fullName: description }).files);
  const out = path.join(folder, 'repo');
  const hardware = ['--hardware', path.join(from, 'hardware-configuration.nix')];
  const plain = ['--yes', '--no-git', '--no-lock', '--repo-path', '/home/leon/repo'];
  const outcome = await run([out, '--from', from, ...hardware, ...plain]);
  const manifest = path.join(out, '.create-nixos-config.json');
  const answers: Readonly<Record<string, string>> | undefined = fs.existsSync(manifest)
    ? JSON.parse(fs.readFileSync(manifest, 'utf8')).answers
    : undefined;
  return { ...outcome, answers, out };
}

describe('a full name that Nix could misread', () => {
  it.each(hard)('%s becomes the answer', async (name) => {
    const { code, answers } = await takeOver(nixString(name));
    expect(code).toBe(0);
    expect(answers?.['fullName']).toBe(name);
  });

  itNeedingNix('is what Nix reads in the new files', async () => {
    for (const name of hard) {
      const { out } = await takeOver(nixString(name));
      const texts = Object.values(filesIn(path.join(out, 'hosts')));
      const values = texts.flatMap((text) => text.match(/(?<=description = )".*"(?=;)/g) ?? []);
      expect(values).toHaveLength(1);
      expect(askNix<string>(values[0] ?? '')).toBe(name);
    }
  });

  it('is carried over where it is computed', async () => {
    const { code, out } = await takeOver('${config.networking.hostName}');
    expect(code).toBe(0);
    const texts = Object.values(filesIn(path.join(out, 'hosts'))).join('\n');
    expect(texts).toContain('"${config.networking.hostName}"');
  });
});

/** NixOS refuses a colon, a line break and other control characters (nixpkgs, users-groups.nix). */
const refused = [
  ['Leon: Doe', 'Leon Doe'],
  [String.raw`Leon\nDoe`, 'Leon Doe'],
  [String.raw`Leon\tDoe`, 'Leon Doe'],
  ['Leon\u0007Doe', 'Leon Doe'],
] as const;

describe('a full name that NixOS refuses', () => {
  it.each(refused)('%j is replaced, and that is said', async (written, expected) => {
    const { code, answers, stdout, stderr } = await takeOver(written);
    expect(code).toBe(0);
    expect(answers?.['fullName']?.replace(/\s+/g, ' ')).toBe(expected);
    expect(`${stdout}${stderr}`).toMatch(/full name/i);
  });
});
