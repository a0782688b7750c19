import { Analysis } from '@facet/contract';
import * as z from 'zod';
import type { Command } from '../command';
import { notUnderstood } from '../words';

export const printSchema: Command = {
  usage: 'analyse schema',
  summary: 'Prints the JSON Schema of what facet analyse FILE --json prints.',
  details: ['docs/analyse.schema.json is this, and a test says when it is not.'],

  run(words, output) {
    if (words[0] !== undefined) return Promise.resolve(notUnderstood(printSchema, `“${words[0]}” is not understood.`, output));
    output.print(JSON.stringify(z.toJSONSchema(Analysis), null, 2));
    return Promise.resolve(0);
  },
};
