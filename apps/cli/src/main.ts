import { facet } from './facet';
import { terminal } from './terminal';

process.exitCode = await facet(process.argv.slice(2), terminal());
