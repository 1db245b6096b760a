// What the benchmarks share.
import fs from 'node:fs';
import os from 'node:os';

// certificates of a company make every start of Node slower, which is nobody's doing here
const { NODE_EXTRA_CA_CERTS: _certificates, NODE_OPTIONS: _options, ...rest } = process.env;

/** The environment that programs are measured in. */
export const environment = rest;

/** The middle one of some numbers; of an even count, the upper of the two. */
export const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/**
 * Where the programs write that are measured: in memory, where there is such a folder. On a disk the
 * same run takes up to a sixth longer, depending on what was written and deleted there before.
 */
export const scratch = fs.existsSync('/dev/shm') ? '/dev/shm' : os.tmpdir();
