// Makes the code behind src/repo/sha1.ts: SHA-1 (RFC 3174) for WebAssembly, which is there in any
// Node. Node's own is part of all its cryptography, and loading that takes as long as a sixth of a
// bare start; in JavaScript, sums of 32 bits leave V8's small integers, and take longer still.
//
// Each twenty rounds are a function of their own, and each sixteen words: V8 counts what a function
// has run, and would compile one that has them all anew, for 3 MB of memory.
import wabt from 'wabt';

/** Where things are in memory, in bytes; what is to be hashed comes last, up to the end of the page. */
const at = { words: 0, state: 320, working: 340, message: 512, end: 65536 };

const choose =
  '(i32.xor (local.get $d) (i32.and (local.get $b) (i32.xor (local.get $c) (local.get $d))))';
const parity = '(i32.xor (local.get $b) (i32.xor (local.get $c) (local.get $d)))';
const majority = `(i32.or (i32.and (local.get $b) (local.get $c))
  (i32.and (local.get $d) (i32.or (local.get $b) (local.get $c))))`;

/** The four stages: how they mix, and their constants. */
const stages = [
  [choose, 0x5a827999],
  [parity, 0x6ed9eba1],
  [majority, 0x8f1bbcdc],
  [parity, 0xca62c1d6],
];

const five = ['a', 'b', 'c', 'd', 'e'];

const counted = (last, body) => `(loop $next ${body}
  (br_if $next (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 4))) (i32.const ${last}))))`;

/** Twenty rounds. */
const rounds = ([mix, constant], stage) => `
(func $rounds${stage} (local $i i32) (local $sum i32) ${five.map((x) => `(local $${x} i32)`).join(' ')}
  ${five.map((x, n) => `(local.set $${x} (i32.load (i32.const ${at.working + 4 * n})))`).join('\n  ')}
  (local.set $i (i32.const ${at.words + 80 * stage}))
  ${counted(
    at.words + 80 * (stage + 1),
    `(local.set $sum (i32.add
      (i32.add (i32.rotl (local.get $a) (i32.const 5)) ${mix})
      (i32.add (i32.add (local.get $e) (i32.const ${constant})) (i32.load (local.get $i)))))
    (local.set $e (local.get $d))
    (local.set $d (local.get $c))
    (local.set $c (i32.rotl (local.get $b) (i32.const 30)))
    (local.set $b (local.get $a))
    (local.set $a (local.get $sum))`,
  )}
  ${five.map((x, n) => `(i32.store (i32.const ${at.working + 4 * n}) (local.get $${x}))`).join('\n  ')})`;

const before = (words) => `(i32.load (i32.sub (local.get $i) (i32.const ${4 * words})))`;

/** Sixteen further words, from those before them. */
const expansion = (_stage, part) => `
(func $expand${part} (local $i i32)
  (local.set $i (i32.const ${at.words + 64 * (part + 1)}))
  ${counted(
    at.words + 64 * (part + 2),
    `(i32.store (local.get $i) (i32.rotl
      (i32.xor (i32.xor ${before(3)} ${before(8)}) (i32.xor ${before(14)} ${before(16)}))
      (i32.const 1)))`,
  )})`;

const added = (_name, n) => `(i32.store (i32.const ${at.state + 4 * n})
      (i32.add (i32.load (i32.const ${at.state + 4 * n})) (i32.load (i32.const ${at.working + 4 * n}))))`;

/** The words are little-endian, as WebAssembly has them; `add` takes the message up to a place. */
const source = `(module
(memory (export "memory") 1)
${stages.map(expansion).join('')}
${stages.map(rounds).join('')}
(func (export "add") (param $end i32) (local $block i32)
  (local.set $block (i32.const ${at.message}))
  (loop $next
    (memory.copy (i32.const ${at.words}) (local.get $block) (i32.const 64))
    (memory.copy (i32.const ${at.working}) (i32.const ${at.state}) (i32.const 20))
    ${stages.map((_stage, n) => `(call $expand${n})`).join(' ')}
    ${stages.map((_stage, n) => `(call $rounds${n})`).join(' ')}
    ${five.map(added).join('\n    ')}
    (local.set $block (i32.add (local.get $block) (i32.const 64)))
    (br_if $next (i32.lt_u (local.get $block) (local.get $end))))))`;

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
