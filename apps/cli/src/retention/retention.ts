import { createLogger } from '@facet/platform';
import { LetGo } from '@facet/server-operate';
import type { Command } from '../command';
import { allOrganisations } from '../own-settings';
import { withDatabase } from '../with-database';
import { notUnderstood, readOptions } from '../words';

const kinds = ['rounds', 'invitations', 'people'] as const;

export const retention: Command = {
  usage: 'retention',
  summary: 'Deletes what its time has come for, as Facet does by itself once a day, and says how much that was.',
  details: [
    '--dry-run   says what would go, and deletes nothing',
    'Answers go when the report is made. Who was asked is known for ninety days after that, and their mails with it; reports for as many',
    'months as the organisation has set, and cancelled rounds for ninety days.',
  ],

  run(words, output) {
    const read = readOptions(words, { 'dry-run': { type: 'boolean' } });
    if (typeof read === 'string') return Promise.resolve(notUnderstood(retention, read, output));
    const rehearsed = read['dry-run'] ?? false;
    return withDatabase(output, async (database) => {
      const names = new Map((await allOrganisations(database)).map(({ id, name }) => [id, name]));
      const done = await new LetGo(database, createLogger('error')).now(rehearsed ? 'rehearsed' : 'for good');
      output.print(rehearsed ? 'This would go; nothing was deleted:' : 'This is gone:');
      for (const { organisation, counts } of done)
        output.print(`  ${names.get(organisation) ?? organisation}: ${kinds.map((kind) => `${kind} ${counts[kind] ?? 0}`).join(', ')}`);
      return 0;
    });
  },
};
