// Preloaded into the program (`node --import`): counts the calls that change the file system below
// FAULT_BELOW, and before call number FAULT_AT does what FAULT_KIND says. A list of all calls is
// written to FAULT_LOG at the end.
//   kill             the process is gone, a file that was to be written is left half
//   EIO, ENOSPC, …   the call fails with that error
//   SIGINT, SIGTERM  the process gets the signal, and the call is made once that has been seen
//   pause            it waits until FAULT_GATE.go is there, having made FAULT_GATE.reached
// With FAULT_THEN_KILL=n the process is gone n calls after that; an error comes back at call number
// FAULT_SECOND.

import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';

const {
  FAULT_KIND: kind = 'none',
  FAULT_BELOW: below = '/',
  FAULT_LOG: log,
  FAULT_GATE: gate,
} = process.env;
const at = Number(process.env.FAULT_AT ?? 0);
const second = Number(process.env.FAULT_SECOND ?? 0);
const killAt = kind === 'kill' ? at : at + Number(process.env.FAULT_THEN_KILL ?? Infinity);

const original = { ...fs };
const originalPromises = { ...fs.promises };
const calls = [];

/** Waits without letting anything else of the process run. */
function sleep(milliseconds) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

function dieNow(name, args) {
  const [file, data] = args;
  if (name === 'writeFile') {
    // a few bytes are written at once or not at all
    const bytes = Buffer.from(data);
    original.writeFileSync(file, bytes.subarray(0, bytes.length < 512 ? 0 : bytes.length >> 1));
  }
  process.kill(process.pid, 'SIGKILL');
  sleep(60_000);
}

/** Counts a call. Returns what is to become of it. */
function strike(name, args) {
  const file = path.resolve(String(args[0]));
  if (file !== below && !file.startsWith(`${below}/`)) return { what: 'go' };
  calls.push(`${name} ${path.relative(below, file)}`);
  if (calls.length === killAt) dieNow(name, args);
  if (calls.length !== at && calls.length !== second) return { what: 'go' };
  if (kind === 'pause') {
    original.writeFileSync(`${gate}.reached`, '');
    while (!original.existsSync(`${gate}.go`)) sleep(5);
  } else if (/^SIG/.test(kind)) {
    process.kill(process.pid, kind);
    return { what: 'wait' };
  } else if (/^E/.test(kind)) {
    const error = new Error(`${kind}: injected, ${name} '${file}'`);
    return { what: 'fail', error: Object.assign(error, { code: kind, syscall: name, path: file }) };
  }
  return { what: 'go' };
}

const names = [
  'appendFile',
  'chmod',
  'chown',
  'copyFile',
  'cp',
  'lchown',
  'link',
  'lutimes',
  'mkdir',
  'rename',
  'rmdir',
  'symlink',
  'truncate',
  'unlink',
  'utimes',
  'writeFile',
];

function throughCallback(name, call) {
  return (...args) => {
    const done = args.at(-1);
    const { what, error } = strike(name, args);
    if (what === 'fail') process.nextTick(() => done(error));
    else if (what === 'wait') setTimeout(() => call(...args), 20);
    else call(...args);
  };
}

function throughPromise(name, call) {
  return async (...args) => {
    const { what, error } = strike(name, args);
    if (what === 'fail') throw error;
    if (what === 'wait') await new Promise((resolve) => setTimeout(resolve, 20));
    return call(...args);
  };
}

function throughReturn(name, call) {
  return (...args) => {
    const { what, error } = strike(name, args);
    if (what === 'fail') throw error;
    return call(...args);
  };
}

for (const name of names) {
  fs[name] = throughCallback(name, original[name]);
  fs[`${name}Sync`] = throughReturn(name, original[`${name}Sync`]);
  fs.promises[name] = throughPromise(name, originalPromises[name]);
}

/** `rm` takes a tree away inside Node; here each of its steps counts. */
async function rm(target, options = {}) {
  let isFolder;
  try {
    isFolder = original.lstatSync(target).isDirectory();
  } catch (error) {
    if (options.force && error.code === 'ENOENT') return;
    throw error;
  }
  if (!isFolder || !options.recursive) return fs.promises.unlink(target);
  for (const name of original.readdirSync(target))
    await rm(path.join(String(target), name), options);
  await fs.promises.rmdir(target);
}
fs.promises.rm = rm;
fs.rmSync = (target, options = {}) => {
  const stat = original.lstatSync(target, { throwIfNoEntry: false });
  if (stat === undefined && options.force) return;
  if (!stat?.isDirectory() || !options.recursive) {
    fs.unlinkSync(target);
    return;
  }
  for (const name of original.readdirSync(target))
    fs.rmSync(path.join(String(target), name), options);
  fs.rmdirSync(target);
};
fs.rm = (target, options, done) => {
  const [how, callback] = typeof options === 'function' ? [{}, options] : [options, done];
  rm(target, how).then(() => callback(null), callback);
};
syncBuiltinESMExports();

process.on('exit', () => {
  if (log) original.writeFileSync(log, JSON.stringify(calls));
});
