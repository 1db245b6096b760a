/** A commit that is signed asks for a passphrase at the terminal itself, where it has to be seen. */
import fs from 'node:fs';
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { filesIn, temporaryFolder } from '../support/program.js';
import { Terminal } from '../support/terminal.js';
import { freshNixos, programs } from './machines.js';
import { goTo, rebuildOffer } from './way.js';

vi.setConfig({ testTimeout: 120_000 });

it('nothing is drawn over the question of what signs the first commit', async () => {
  const cwd = temporaryFolder();
  const signer = path.join(cwd, 'signer');
  const script = `#!/bin/sh
printf 'Passphrase for your key: ' > /dev/tty
read -r word < /dev/tty
printf '\\n[GNUPG:] SIG_CREATED \\n' >&2
echo "signed with $word"
`;
  fs.writeFileSync(signer, script, { mode: 0o755 });
  fs.writeFileSync(
    path.join(cwd, '.gitconfig'),
    `[user]\n  name = Leon\n  email = leon@example.org\n[commit]\n  gpgSign = true\n[gpg]\n  program = ${signer}\n`,
  );
  const terminal = new Terminal([], { cwd, root: freshNixos(), path: programs() });
  const stops = goTo(terminal, rebuildOffer);
  await terminal.waitFor('Passphrase for your key:');
  // longer than what moves takes to come round
  await new Promise((later) => setTimeout(later, 500));
  expect(terminal.text()).toContain('Passphrase for your key:');
  terminal.type('secret\r');
  await stops;
  expect(terminal.text()).toContain('Made the first commit');
  expect(filesIn(path.join(cwd, 'nixos-config'))).toHaveProperty('flake.nix');
});
