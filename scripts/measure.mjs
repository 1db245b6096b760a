// What the benchmarks share.

// certificates of a company make every start of Node slower, which is nobody's doing here
const { NODE_EXTRA_CA_CERTS: _certificates, NODE_OPTIONS: _options, ...rest } = process.env;

/** The environment that programs are measured in. */
export const environment = rest;

/** The middle one of some numbers; of an even count, the upper of the two. */
export const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
