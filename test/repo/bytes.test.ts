import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { Interruption } from '../../src/interruption.js';
import { applyPlan } from '../../src/repo/apply.js';
import { planRepo } from '../../src/repo/plan.js';
import { lookAt } from '../../src/repo/target.js';
import { temporaryFolder } from '../support/program.js';

const picture = { path: 'a/x.png', text: '', bytes: Uint8Array.of(0, 255, 137, 80) };
const program = { path: 'a/x.sh', text: '#!/bin/sh\n', isExecutable: true };

describe('files that are no text', () => {
  it('are written byte for byte, and are the same then', async () => {
    const directory = path.join(temporaryFolder(), 'repo');
    const plan = () => planRepo([picture, program], lookAt(directory), 'overwrite');
    await applyPlan(plan(), undefined, new Interruption());
    expect([...fs.readFileSync(path.join(directory, picture.path))]).toEqual([...picture.bytes]);
    expect(fs.statSync(path.join(directory, program.path)).mode & 0o100).toBe(0o100);
    expect(plan().files.map(({ state }) => state)).toEqual(['same', 'same']);
    fs.writeFileSync(path.join(directory, picture.path), Uint8Array.of(0, 254, 137, 80));
    expect(plan().files.map(({ state }) => state)).toEqual(['change', 'same']);
  });
});
