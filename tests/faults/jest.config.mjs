import { node } from '../../tools/jest.mjs';

const config = node(import.meta.url);
const long = process.env.FACET_FAULTS === 'long';
export default {
  ...config,
  ...(process.env.FACET_FAULTS === 'topology' && { testMatch: ['**/*.topology.ts'] }),
  // Most of the time somebody waits for a lease, a back-off or a silence to end.
  maxWorkers: long ? 2 : 3,
  testTimeout: process.env.FACET_FAULTS ? 3_600_000 : 300_000,
  reporters: [...config.reporters, `${import.meta.dirname}/../../tools/print-faults.mjs`],
};
