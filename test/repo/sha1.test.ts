import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../scripts/random.mjs';
import { sha1 } from '../../src/repo/sha1.js';

const expected = (message: Uint8Array) => createHash('sha1').update(message).digest('hex');

describe('sha1', () => {
  it('is what Node makes of every short message', () => {
    const seed = Number(process.env['TEST_SEED'] ?? Date.now() % 2 ** 31);
    const random = randomFrom(seed);
    for (let length = 0; length < 260; length += 1) {
      const message = Uint8Array.from({ length }, () => Math.floor(random() * 256));
      expect(sha1(message), `seed ${seed}, ${length} bytes`).toBe(expected(message));
    }
  });

  it('is what Node makes of messages around what a page of memory takes', () => {
    const room = 65_536 - 512;
    for (const length of [room - 9, room - 8, room - 1, room, room + 1, 2 * room, 1_000_003]) {
      const message = new Uint8Array(length).fill(length);
      expect(sha1(message), `${length} bytes`).toBe(expected(message));
    }
  });

  it('leaves the message as it was', () => {
    const message = Buffer.from('NixOS');
    sha1(message);
    expect(message.toString()).toBe('NixOS');
  });
});
