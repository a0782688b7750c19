import { setFlagsFromString } from 'node:v8';
import { facet } from './facet';
import { terminal } from './terminal';

// A command may be given a large file. Collecting garbage later would save a second and take three times the memory.
setFlagsFromString('--optimize-for-size');

process.exitCode = await facet(process.argv.slice(2), terminal());
