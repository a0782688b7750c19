import { readFrameworkFile } from '@facet/server-run-organisation';
import type { Command } from '../command';
import { notUnderstood, readWords } from '../words';
import { faultLines } from './framework-in-words';
import { publishInDatabase } from './publish-in-database';

export const publishFramework: Command = {
  usage: 'framework publish FILE',
  summary: 'Makes the framework in a YAML file one that leaders can launch on: the next version of its name.',
  details: [
    'FILE                 a framework in YAML; one with errors is not published',
    '--organisation NAME  for whom to publish it, where there are several',
    'Facet must be running here, or DATABASE_URL be set. Rounds that were launched keep the version they began with.',
  ],

  async run(words, output) {
    const read = readWords(words, { organisation: { type: 'string' } }, 'file');
    if (typeof read === 'string') return notUnderstood(publishFramework, read, output);
    const parsed = await readFrameworkFile(read.path);
    if (parsed.valid) return publishInDatabase(parsed.framework, read.values.organisation, output);
    output.report(faultLines(read.path, parsed.faults));
    return 1;
  },
};
