/** What goes beyond the machine and its programs: services, access, secrets, the repo itself. */
import { chooseOne, chooseSeveral } from './choose.js';
import { accepted, type Brings, type Check, type Question, standard } from './question.js';

/** The preset that leaves every default as the table has it. */
export const plainPreset = 'article';

const preset = chooseOne({
  name: 'preset',
  label: 'Preset',
  help: 'a whole set of answers to begin with; each can be changed',
  placeholder: '<preset>',
  load: async () => (await import('../choices/presets.js')).presets,
  plain: { [plainPreset]: {} },
  defaultInWords: plainPreset,
  defaults: () => [standard(plainPreset)],
});

async function checkKeys(lines: readonly string[]): Promise<Check> {
  const { checkSshKey } = await import('../choices/ssh-keys.js');
  const checks = lines.map(checkSshKey);
  const wrong = checks.find(({ ok }) => !ok);
  return wrong ?? accepted(checks.map((each) => (each.ok ? each.value : '')).join('\n'));
}

const sshKey = {
  name: 'sshKey',
  label: 'SSH key',
  nothing: '',
  help: 'public keys that may log in over the network; without any there is no SSH server',
  placeholder: '<key>',
  mayBeEmpty: true,
  mayBeSecret: true, // the private half of a key
  separator: '\n',
  defaultInWords: 'none: no server',
  check(typed) {
    const lines = typed.split('\n').filter((line) => line.trim() !== '');
    return lines.length === 0 || typed === 'none' ? accepted('') : checkKeys(lines);
  },
  defaults: () => [standard('')],
  brings: (value): Brings => (value === '' ? {} : { files: ['modules/nixos/openssh.nix'] }),
  view: (value) => ({ sshKeys: value === '' ? [] : value.split('\n') }),
} as const satisfies Question;

const extra = chooseSeveral({
  name: 'with',
  label: 'With',
  nothing: '',
  keepsMachine: true,
  help: 'services and tools, several with commas between them',
  placeholder: '<names>',
  load: async () => (await import('../choices/extras.js')).extras,
  plain: { '': {} },
  defaultInWords: 'what the machine has on; printing with a desktop',
  defaults: (soFar) => [standard(soFar['desktop'] === 'none' ? '' : 'printing')],
});

const secrets = chooseOne({
  name: 'secrets',
  label: 'Secrets',
  nothing: 'none',
  help: 'how passwords and keys are kept in the repo, encrypted',
  placeholder: '<way>',
  load: async () => (await import('../choices/secrets.js')).secrets,
  plain: { none: {} },
  defaultInWords: 'none',
  defaults: () => [standard('none')],
});

const repoWith = chooseSeveral({
  name: 'repoWith',
  label: 'For the repo',
  nothing: '',
  help: 'what the repo brings for working on it, several with commas between them',
  placeholder: '<names>',
  load: async () => (await import('../choices/repo-extras.js')).repoExtras,
  plain: { '': {} },
  defaultInWords: 'none',
  defaults: () => [standard('')],
});

const license = chooseOne({
  name: 'license',
  label: 'Licence',
  help: 'what others may do with the repo',
  placeholder: '<licence>',
  load: async () => (await import('../choices/licenses.js')).licenses,
  plain: { mit: { brings: { files: ['licenses/mit'] } }, none: {} },
  defaultInWords: 'mit',
  defaults: () => [standard('mit')],
});

export const extras = { preset, sshKey, extra, secrets, repoWith, license };
