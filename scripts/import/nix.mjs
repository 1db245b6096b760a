// What a real Nix says: whether files parse, and what systems come to. Nothing is built.
import fs from 'node:fs';
import path from 'node:path';
import { inputsFrom, run } from '../nix.mjs';

/** The files that Nix does not parse, each with the reason; many files are one call. */
export async function unparsed(files, nix) {
  const found = new Map();
  for (let at = 0; at < files.length; at += 400) await parse(files.slice(at, at + 400), nix, found);
  return found;
}

/** Halves what fails until the files stand alone that do. */
async function parse(files, nix, found) {
  if (files.length === 0) return;
  const env = { NIX_AS: 'nix-instantiate' };
  const isOne = path.basename(nix) === 'nix-instantiate';
  const own = isOne ? nix : path.join(path.dirname(nix), 'nix-instantiate');
  const command = fs.existsSync(own) ? own : nix;
  const { code, stderr } = await run(command, ['--parse', ...files], env);
  if (code === 0) return;
  if (files.length === 1) found.set(files[0], lastError(stderr));
  else {
    const middle = Math.ceil(files.length / 2);
    await parse(files.slice(0, middle), nix, found);
    await parse(files.slice(middle), nix, found);
  }
}

/** The last message of Nix, in one line. */
function lastError(stderr) {
  const from = stderr.lastIndexOf('error:');
  return stderr
    .slice(Math.max(0, from))
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, 4)
    .join(' ')
    .slice(0, 400);
}

const flakes = [
  '--extra-experimental-features',
  'nix-command flakes',
  'eval',
  '--impure',
  '--json',
];

/** As the stand-in flake makes a system, with what an old configuration may leave out. */
const oldSystem = (inputs, entry) => `
  let nixpkgs = ${inputs}/nixpkgs; in
  import (nixpkgs + "/nixos/lib/eval-config.nix") {
    lib = import (nixpkgs + "/lib");
    system = null;
    modules = [
      ${JSON.stringify(entry)}
      (nixpkgs + "/shim.nix")
      ({ lib, ... }: { nixpkgs.hostPlatform = lib.mkOverride 2000 "x86_64-linux"; })
    ];
  }`;

/** Where \`<nixpkgs>\` and the channels that people have lead. */
function searchPath(inputs) {
  const channels = {
    nixpkgs: ['nixpkgs', 'nixos', 'nixos-unstable', 'nixpkgs-unstable', 'unstable', 'nixos-stable'],
    'home-manager': ['home-manager'],
    'nixos-hardware': ['nixos-hardware'],
    agenix: ['agenix'],
    'sops-nix': ['sops-nix'],
  };
  return Object.entries(channels)
    .flatMap(([input, names]) => names.map((name) => `${name}=${inputs}/${input}`))
    .join(':');
}

/** That all of a system evaluates: its derivation, for nothing but its name. */
const whole = 'system: system.config.system.build.toplevel.drvPath';

/** The facts that are compared, and whether all of it evaluates, in one evaluation. */
function everything({ factsExpression, parts }) {
  return `system: {
    facts = (${factsExpression}) [ ${parts.map((part) => JSON.stringify(part)).join(' ')} ] system;
    isWhole = (builtins.tryEval ((${whole}) system)).success;
  }`;
}

/**
 * A system's facts, and why not all of it evaluates where that is so; or the error that leaves
 * nothing of it. `ask` has Nix apply a function to the system.
 */
async function evaluated(ask, sources) {
  const all = await ask(everything(sources));
  if (all.error === undefined && all.value.isWhole) return { facts: all.value.facts };
  const why = (await ask(whole)).error;
  return all.error === undefined
    ? { facts: all.value.facts, incomplete: why ?? 'only sometimes' }
    : { error: why ?? all.error };
}

/** An old configuration: \`nixos-rebuild\` with \`<nixos-config>\` and channels. */
export function evaluateOld({ inputs, nix, entry }, sources) {
  const env = { NIX_PATH: `nixos-config=${entry}:${searchPath(inputs)}` };
  const ask = async (question) => {
    const expression = `(${question}) (${oldSystem(inputs, entry)})`;
    return answer(await run(nix, [...flakes, '--expr', expression], env));
  };
  return evaluated(ask, sources);
}

/** A host of a flake, with each of its inputs from its checkout. */
export function evaluateNew({ inputs, nix, repo, host }, sources) {
  const system = `path:${repo}#nixosConfigurations."${host}"`;
  const args = ['--no-write-lock-file', ...inputsFrom(inputs, repo), system, '--apply'];
  const ask = async (question) => answer(await run(nix, [...flakes, ...args, question]));
  return evaluated(ask, sources);
}

function answer({ code, stdout, stderr }) {
  return code === 0 ? { value: JSON.parse(stdout) } : { error: lastError(stderr) };
}
