// Makes the code behind src/repo/sha1.ts: SHA-1 (RFC 3174) for WebAssembly, which is there in any
// Node. Node's own is part of all its cryptography, and loading that takes as long as a sixth of a
// bare start; in JavaScript, sums of 32 bits leave V8's small integers, and take longer still.
//
// Each twenty rounds are a function of their own, and each sixteen words: V8 counts what a function
// has run, and would compile one that has them all anew, for 3 MB of memory.
import wabt from 'wabt';

/** Where things are in memory, in bytes; the message comes last. */
const at = { words: 0, state: 320, working: 340, message: 512 };

const load = (place, offset = 0) => `(i32.load offset=${offset} ${place})`;
const store = (place, offset, value) => `(i32.store offset=${offset} ${place} ${value})`;
const local = (name) => `(local.get $${name})`;
const sum = (...terms) => terms.reduce((left, right) => `(i32.add ${left} ${right})`);
const number = (value) => `(i32.const ${value})`;

/** A local turned left by so many bits, in shifts: V8's first compiler calls out of its code to turn. */
const turned = (name, bits) =>
  `(i32.or (i32.shl ${local(name)} ${number(bits)}) (i32.shr_u ${local(name)} ${number(32 - bits)}))`;

const choose = (b, c, d) => `(i32.xor ${d} (i32.and ${b} (i32.xor ${c} ${d})))`;
const parity = (b, c, d) => `(i32.xor ${b} (i32.xor ${c} ${d}))`;
const majority = (b, c, d) => `(i32.or (i32.and ${b} ${c}) (i32.and ${d} (i32.or ${b} ${c})))`;

/** The four stages: how they mix, and their constants. */
const stages = [
  [choose, 0x5a827999],
  [parity, 0x6ed9eba1],
  [majority, 0x8f1bbcdc],
  [parity, 0xca62c1d6],
];

const start = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
const five = ['a', 'b', 'c', 'd', 'e'];

const counted = (bytes, last, body) => `(loop $next ${body}
  (br_if $next (i32.lt_u (local.tee $i ${sum(local('i'), number(bytes))}) ${number(last)})))`;

/** One round: the last of the five becomes the first, so that after five each is in its place again. */
function round([mix, constant], nth) {
  const [a, b, c, d, e] = five.map((_name, at) => five[(at + 5 - nth) % 5]);
  const mixed = mix(local(b), local(c), local(d));
  const word = load(local('i'), 4 * nth);
  return `(local.set $${e} ${sum(local(e), turned(a, 5), mixed, number(constant), word)})
    (local.set $${b} ${turned(b, 30)})`;
}

/** Twenty rounds. */
const rounds = (stage, part) => `
(func $rounds${part} (local $i i32) ${five.map((name) => `(local $${name} i32)`).join(' ')}
  ${five.map((name, n) => `(local.set $${name} ${load(number(at.working), 4 * n)})`).join('\n  ')}
  (local.set $i ${number(at.words + 80 * part)})
  ${counted(20, at.words + 80 * (part + 1), five.map((_name, nth) => round(stage, nth)).join('\n    '))}
  ${five.map((name, n) => store(number(at.working), 4 * n, local(name))).join('\n  ')})`;

const before = (words) => load(`(i32.sub ${local('i')} ${number(4 * words)})`);

/** Sixteen further words, from those before them. */
const expansion = (_stage, part) => `
(func $expand${part} (local $i i32) (local $word i32)
  (local.set $i ${number(at.words + 64 * (part + 1))})
  ${counted(
    4,
    at.words + 64 * (part + 2),
    `(local.set $word
      (i32.xor (i32.xor ${before(3)} ${before(8)}) (i32.xor ${before(14)} ${before(16)})))
    ${store(local('i'), 0, turned('word', 1))}`,
  )})`;

const added = (_name, n) => {
  const [state, working] = [at.state, at.working].map((place) => load(number(place), 4 * n));
  return store(number(at.state), 4 * n, sum(state, working));
};

/** A word with its bytes in the other order: WebAssembly's words are little-endian, those of SHA-1 are not. */
const swapped = (name) => `(i32.or
      (i32.and ${turned(name, 8)} ${number(0x00ff00ff)})
      (i32.and ${turned(name, 24)} ${number(0xff00ff00)}))`;

/** The sixteen words of a block. */
const taking = `
(func $take (param $block i32) (local $i i32) (local $word i32)
  ${counted(
    4,
    64,
    `(local.set $word ${load(sum(local('block'), local('i')))})
    ${store(local('i'), at.words, swapped('word'))}`,
  )})`;

const given = (_name, n) => `(local.set $word ${load(number(at.state), 4 * n)})
  ${store(number(at.state), 4 * n, swapped('word'))}`;

/** Sums so many bytes of message, in as much memory as its last block needs. */
const source = `(module
(memory (export "memory") 1)
${taking}
${stages.map(expansion).join('')}
${stages.map(rounds).join('')}
(func (export "sum") (param $length i32) (local $block i32) (local $end i32) (local $word i32)
  ${start.map((word, n) => store(number(at.state), 4 * n, number(word))).join('\n  ')}
  (local.set $block ${number(at.message)})
  ;; behind the message a one, zeros, and in the last eight bytes of a block its length in bits
  (local.set $end ${sum(local('block'), local('length'))})
  (memory.fill ${local('end')} ${number(0)} ${number(72)})
  (i32.store8 ${local('end')} ${number(0x80)})
  (local.set $end ${sum(local('block'), `(i32.and ${sum(local('length'), number(72))} ${number(-64)})`)})
  (local.set $word (i32.shl ${local('length')} ${number(3)}))
  ${store(`(i32.sub ${local('end')} ${number(4)})`, 0, swapped('word'))}
  (loop $next
    (call $take ${local('block')})
    (memory.copy ${number(at.working)} ${number(at.state)} ${number(20)})
    ${stages.map((_stage, n) => `(call $expand${n})`).join(' ')}
    ${stages.map((_stage, n) => `(call $rounds${n})`).join(' ')}
    ${five.map(added).join('\n    ')}
    (local.set $block ${sum(local('block'), number(64))})
    (br_if $next (i32.lt_u ${local('block')} ${local('end')})))
  ${five.map(given).join('\n  ')}))`;

async function assembled() {
  const module = (await wabt()).parseWat('sha1.wat', source);
  try {
    return Buffer.from(module.toBinary({}).buffer).toString('base64');
  } finally {
    module.destroy();
  }
}

/** A plugin for Rolldown and Vite: `#sha1` has the code in base64, and where things are in its memory. */
export function sha1Plugin() {
  let made;
  return {
    name: 'sha1',
    resolveId: (id) => (id === '#sha1' ? '\0#sha1' : null),
    async load(id) {
      if (id !== '\0#sha1') return null;
      made ??= assembled();
      return `export const code = ${JSON.stringify(await made)};\nexport const at = ${JSON.stringify(at)};\n`;
    },
  };
}
