import { FileVault } from '@facet/answer-links';
import { type NotRestored, RestoreBackup, type Restored } from '@facet/server-operate';
import type { Command } from '../command';
import { ownSettings } from '../own-settings';
import { notUnderstood, readWords } from '../words';
import { onEmptyDatabase } from './empty-database';

export const restore: Command = {
  usage: 'restore FILE',
  summary: 'Puts a backup into an empty database, and undoes what must not come back with it.',
  details: [
    '--keys FILE   the newest facet-keys.json; without it the secrets that are still in FACET_KEYS_DIR must do',
    'Facet is stopped meanwhile. DATABASE_URL names an empty database, or FACET_DATA a folder without one.',
    'Whoever was forgotten since is forgotten again. A round that ended since is cancelled, and everybody in it is told.',
    'Mails that were waiting are held, and nobody is reminded, until facet held mails says what is to become of them.',
  ],

  async run(words, output) {
    const read = readWords(words, { keys: { type: 'string' } }, 'backup');
    if (typeof read === 'string') return notUnderstood(restore, read, output);
    const settings = ownSettings(output);
    if (settings === null) return 1;
    const result = await onEmptyDatabase(settings, (url, source) =>
      new RestoreBackup(url, source, new FileVault(settings.keysFolder), settings.keysFolder).restore({
        file: read.path,
        keysFile: read.values.keys ?? null,
      }),
    );
    if ('refused' in result) {
      output.report(`${whyNot(result)} Nothing was restored.`);
      return 1;
    }
    output.print(inWords(result));
    return result.forgotten.stay.length > 0 || result.brokenLogs.length > 0 ? 1 : 0;
  },
};

const whyNot = (no: NotRestored | { readonly refused: 'no database' }): string => {
  switch (no.refused) {
    case 'damaged':
      return no.says;
    case 'newer':
      return 'This backup was made by a newer Facet. Install that one and try again.';
    case 'not empty':
      return 'This database is in use. Make an empty one and name it in DATABASE_URL, or set FACET_DATA to a new folder.';
    case 'no database':
      return 'DATABASE_URL leads to no database that answers.';
  }
};

const inWords = ({ beganAt, rows, forgotten, rounds, brokenLogs }: Restored): string =>
  [
    `Restored as of ${beganAt.slice(0, 16).replace('T', ' ')} UTC.`,
    `  people ${rows['people.person'] ?? 0}, rounds ${rows['people.round'] ?? 0}, reports ${rows['answers.snapshot'] ?? 0}`,
    `  forgotten again: people ${forgotten.people}, rounds ${forgotten.rounds}`,
    `  open rounds: ${rounds.open}`,
    ...(brokenLogs.length === 0
      ? []
      : ['  BAD: an entry of the audit log does not fit. It came so from the backup: facet audit verify says which.']),
    ...(rounds.ended.length === 0
      ? []
      : [
          `  cancelled, because they had ended since or their secret is nowhere: ${rounds.ended.length}`,
          ...rounds.ended.map((id) => `    ${id}`),
          '  Their leaders and coaches are told by mail. Whoever has the report as PDF or CSV still has it; ask again with a new round.',
        ]),
    ...forgotten.stay.map(
      (name) => `  ${name} should be forgotten and is needed at the moment: give their rounds to somebody else, then facet forget person.`,
    ),
    'Start Facet, look round, and then say what is to become of the mails that were waiting: facet held mails',
  ].join('\n');
