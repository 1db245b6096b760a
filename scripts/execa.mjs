// Bundles of execa what src/effects/run.ts uses: programs that are started, fed nothing, read and
// stopped. What else execa can do (talk to other Node programs, pipe one program into another, run
// synchronously, print what it does) is half of it, and would not fit into the package. The parts
// are left out where execa itself sets them apart; package.json pins the version that this is for,
// and test/effects runs the built program.
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const lib = `${path.dirname(fileURLToPath(import.meta.resolve('execa')))}/lib/`;

const entry = `
  import { execaCoreAsync } from ${JSON.stringify(`${lib}methods/main-async.js`)};
  export const execa = (file, args, options) => execaCoreAsync(file, args, options);
`;

/** Files below execa's lib/ → what stands in for them. */
const leftOut = {
  'pipe/setup.js': 'export const pipeToSubprocess = () => {};',
  'convert/add.js': 'export const addConvertedStreams = () => {};',
  'ipc/methods.js': 'export const addIpcMethods = () => {};',
  'ipc/ipc-input.js': `
    export const validateIpcInputOption = () => {};
    export const sendIpcInput = async () => {};`,
  'ipc/buffer-messages.js': `
    export const waitForIpcOutput = async ({ ipcOutput }) => ipcOutput;
    export const getBufferedIpcOutput = async (output) => output;`,
  'terminate/graceful.js': `
    export const validateGracefulCancel = () => {};
    export const throwOnGracefulCancel = () => [];`,
  'verbose/start.js': 'export const logCommand = () => {};',
  'verbose/complete.js': 'export const logResult = () => {};',
  'verbose/output.js': `
    export const shouldLogOutput = () => false;
    export const logLines = async () => {};`,
};

/** Packages that execa needs for what we do not show, or on Windows, where there is no NixOS. */
const packages = {
  'cross-spawn':
    'export default { _parse: (command, args, options) => ({ command, args, options }) };',
  'human-signals':
    'export const signalsByName = new Proxy({}, { get: (_, name) => ({ description: name }) });',
};

/** A plugin for Rolldown: `execa` is the part of it that we use. */
export const execaPlugin = {
  name: 'execa',
  resolveId: (id) => (id === 'execa' || id in packages ? `\0${id}` : null),
  load(id) {
    if (id === '\0execa') return entry;
    if (id.startsWith('\0')) return packages[id.slice(1)] ?? null;
    return id.startsWith(lib) ? (leftOut[id.slice(lib.length)] ?? null) : null;
  },
};
