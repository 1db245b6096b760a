// Asks a real Nix whether it takes texts as expressions, many in one process.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const features = 'nix-command pipe-operators';

/**
 * Whether Nix accepts each text as `nix-instantiate --parse` does: its syntax, and its names.
 *
 * Its REPL imports file after file and goes on after an error. An assertion that fails stands
 * before each text, so that one that is right fails there, before anything of it is evaluated.
 */
export async function accepted(nix, texts) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cnc-oracle-'));
  try {
    const lines = texts.map((text, at) => {
      const file = path.join(folder, `${at}.nix`);
      fs.writeFileSync(file, Buffer.concat([Buffer.from('assert false;\n'), Buffer.from(text)]));
      // a file that ends too soon has the REPL wait for more, which the semicolon ends
      return `import ${file}\n;\n`;
    });
    const said = await repl(nix, folder, lines.join(''));
    const answers = said.split(/syntax error, unexpected ';'.*\n\s*at «string»/).slice(0, -1);
    if (answers.length !== texts.length) {
      throw new Error(
        `Nix gave ${answers.length} answers to ${texts.length}: ${said.slice(-2000)}`,
      );
    }
    return answers.map((answer) => answer.includes("assertion 'false' failed"));
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

function repl(nix, home, input) {
  return new Promise((resolve, reject) => {
    const child = spawn(
      nix,
      ['repl', '--extra-experimental-features', features, '--store', 'dummy://'],
      { env: { ...process.env, HOME: home, NO_COLOR: '1', TERM: 'dumb' } },
    );
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      said += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      said += text;
    });
    child.on('error', reject);
    child.on('close', () => resolve(said));
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}
