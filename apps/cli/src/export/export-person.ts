import { ExportPerson } from '@facet/server-operate';
import type { Command } from '../command';
import { whoIsAt } from '../forget/who';
import { withDatabase } from '../with-database';
import { notUnderstood, readWords } from '../words';

export const exportPerson: Command = {
  usage: 'export person ADDRESS',
  summary: 'Prints what Facet holds about somebody, as JSON, to answer an access request.',
  details: [
    '--organisation NAME  where several organisations share this installation',
    'Answers and reports are not in it, and nothing that tells whether somebody has answered: it says where their owner sees them.',
  ],

  run(words, output) {
    const read = readWords(words, { organisation: { type: 'string' } }, 'address');
    if (typeof read === 'string') return Promise.resolve(notUnderstood(exportPerson, read, output));
    return withDatabase(output, async (database) => {
      const known = await whoIsAt(database, read.path, read.values.organisation);
      if (typeof known === 'string') {
        output.report(known);
        return 1;
      }
      output.print(JSON.stringify(await new ExportPerson(database).export(known.organisation.id, known.person.id), null, 2));
      return 0;
    });
  },
};
