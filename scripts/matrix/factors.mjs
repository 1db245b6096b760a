// The table as factors: what each question can be, so that whole answers can be put together one
// value after the other. What goes together is asked of the rows themselves, never repeated here.

/** Three of each kind where there are too many: what nobody asks for, what is usual, what is awkward. */
const samples = {
  hardware: ['framework-desktop', 'without-disks', 'virtual-machine', 'arm-server', 'before-22.05'],
  hostname: ['framework-desktop', 'let', '9'],
  username: ['leon', 'inherit', '_ada-1'],
  theme: ['starship', 'tokyo-night', 'robbyrussell', 'agnoster'],
  fullName: ['Aumit Leon', '', 'Jörg "Joe" ${builtins.currentTime} \'\'Müller'],
  email: ['leon@example.org', '', "o'brien+${x}@example.org"],
  timeZone: ['UTC', 'America/New_York', 'Etc/GMT+12'],
  locale: ['en_US.UTF-8', 'de_DE.UTF-8', 'ca_ES@valencia'],
  formats: ['', 'de_AT.UTF-8'],
  keyboard: ['us', 'de(nodeadkeys)', 'jp'],
  grubDevice: ['/dev/sda', 'nodev', '/dev/disk/by-id/ata-Disk_1'],
  nvidiaBusIds: ['intel=PCI:0:2:0,nvidia=PCI:1:0:0', 'amd=PCI:6:0:0,nvidia=PCI:1:0:0'],
  sshKey: [
    '',
    'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIG3ZTN/fh9g+iDcoECO/PEtraE8uR7uWNVumMlAZDZ9t leon@laptop',
    'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIG3ZTN/fh9g+iDcoECO/PEtraE8uR7uWNVumMlAZDZ9t\nssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKFRd/qpczfcmAJI3Q+JvDyj8Cn1BzvjE8YhdD/Xl5fK "two"',
  ],
  diskDevice: ['/dev/disk/by-id/nvme-Disk_1', '/dev/disk/by-id/ata-Disk-2.0'],
  hardwareProfile: [
    ...['common-cpu-amd', 'common-cpu-intel', 'common-gpu-amd', 'common-gpu-intel', 'common-pc'],
    ...['common-pc-laptop', 'common-pc-ssd', 'common-hidpi', 'common-gpu-nvidia-disable'],
    ...['framework-16-7040-amd', 'lenovo-thinkpad-x1-9th-gen', 'dell-xps-15-9520'],
  ],
  stateVersion: ['26.05', '24.11', '21.11'],
  repoPath: ['/home/leon/nixos-config', '/srv/a+b/c.d'],
};

/** Questions that are the same in all answers: a preset only says what the others are. */
const settled = { preset: 'article' };

/**
 * The factors of a channel, in the order of the table. A question that takes several values is one
 * factor for each of them.
 *
 * @param program what the table is: see ../sources.mjs
 * @param channel the channel that all answers have
 */
export async function factorsOf({ questions, mostChoices }, channel) {
  const factors = [];
  for (const question of questions) {
    const { name, separator } = question;
    const choices = await question.choices?.({ ...mostChoices, channel });
    if (separator === ',') {
      for (const choice of choices.filter(({ value }) => samples[name]?.includes(value) ?? true)) {
        factors.push({ name: `${name}: ${choice.value}`, question, choice, values: ['no', 'yes'] });
      }
    } else factors.push({ name, question, values: valuesOf(name, choices, channel) });
  }
  return factors;
}

function valuesOf(name, choices, channel) {
  const settledValue = name === 'channel' ? channel : settled[name];
  if (settledValue !== undefined) return [settledValue];
  const values = samples[name] ?? choices?.map(({ value }) => value);
  if (values === undefined) throw new Error(`${name} has neither choices nor samples`);
  return values;
}

/** What a factor can be after others, as its row says: the rules that pairs.mjs asks for. */
export function rulesOf({ unknownMachine }, hardwareFile) {
  const given = (factor, value) => (factor.name === 'hardware' ? hardwareFile(value) : value);
  const isOpen = remembered(async (factor, value, soFar) => {
    const { question, choice } = factor;
    if (isWithoutRoot(factor, value, soFar, hardwareFile)) return false;
    if (choice === undefined) {
      return (await question.check(given(factor, value), soFar, unknownMachine)).ok;
    }
    return value === 'no' || choice.refused?.(soFar) === undefined;
  });
  return {
    begin: () => ({}),
    async open(soFar, factor) {
      const { question, choice, values } = factor;
      if (!(question.applies?.(soFar) ?? true)) return undefined;
      const state = choice ? { ...soFar, [question.name]: soFar[question.name] ?? '' } : soFar;
      const open = [];
      for (const value of values) if (await isOpen(factor, value, state)) open.push(value);
      return open;
    },
    take(soFar, factor, value) {
      const { question, choice } = factor;
      if (choice === undefined) soFar[question.name] = given(factor, value);
      else {
        const members = [soFar[question.name], value === 'yes' ? choice.value : ''];
        soFar[question.name] = members.filter(Boolean).join(',');
      }
    },
  };
}

/** A hardware file without disks wants a layout: else there is nothing to start from, as NixOS says. */
function isWithoutRoot({ name }, value, soFar, hardwareFile) {
  if (name !== 'disk' || value !== 'keep') return false;
  return soFar.hardware === hardwareFile('without-disks');
}

/** The same answer where all that was looked at for it is the same: most rows look at little. */
function remembered(ask) {
  const known = new Map();
  return async (factor, value, soFar) => {
    const name = `${factor.name}=${value}`;
    const answers = known.get(name) ?? [];
    known.set(name, answers);
    const before = answers.find(({ seen }) => [...seen].every(([key, at]) => soFar[key] === at));
    if (before !== undefined) return before.answer;
    const seen = new Map();
    const watched = new Proxy(soFar, {
      get(target, key) {
        seen.set(key, target[key]);
        return target[key];
      },
    });
    const answer = await ask(factor, value, watched);
    answers.push({ seen, answer });
    return answer;
  };
}

/** Whole answers from a row: the empty one for what has no place in it. */
export function answersOf({ questions }, rules, factors, row) {
  const soFar = rules.begin();
  for (const factor of factors) {
    if (row.has(factor.name)) rules.take(soFar, factor, row.get(factor.name));
  }
  return Object.fromEntries(questions.map(({ name }) => [name, soFar[name] ?? '']));
}
