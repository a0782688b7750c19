import { FileVault } from '@facet/answer-links';
import { type BackupTaken, type NoBackup, TakeBackup } from '@facet/server-operate';
import type { Command } from '../command';
import { ownSettings } from '../own-settings';
import { withDatabase } from '../with-database';
import { notUnderstood, readOptions } from '../words';

export const backup: Command = {
  usage: 'backup --to FOLDER --keys-to FOLDER',
  summary: 'Writes two files for two places: the database, and the secrets of the rounds that are open.',
  details: [
    '--to FOLDER       gets a new file each time: facet-TIME.json.gz',
    '--keys-to FOLDER  gets facet-keys.json, in place of the one before: older secrets must not live on in copies',
    'Both folders are there already and lie on different volumes, of which no copy holds both.',
    'Facet goes on working meanwhile. Each file is read back before it gets its name.',
  ],

  run(words, output) {
    const read = readOptions(words, { to: { type: 'string' }, 'keys-to': { type: 'string' } });
    if (typeof read === 'string') return Promise.resolve(notUnderstood(backup, read, output));
    const { to, 'keys-to': keysTo } = read;
    if (to === undefined || keysTo === undefined)
      return Promise.resolve(notUnderstood(backup, 'Name two folders: --to for the database and --keys-to for the secrets.', output));
    const settings = ownSettings(output);
    if (settings === null) return Promise.resolve(1);
    return withDatabase(output, async (_, source) => {
      const taken = await new TakeBackup(source, new FileVault(settings.keysFolder), settings.keysFolder).take({ to, keysTo });
      if ('refused' in taken) {
        output.report(`${whyNot(taken)} No backup was made.`);
        return 1;
      }
      output.print(inWords(taken));
      if (taken.missing > 0)
        output.report(`BAD  ${taken.missing} open rounds have no readable secret: nobody can read their answers. facet doctor says more.`);
      if (taken.sameVolume)
        output.report('LOOK both folders lie on one volume: whoever takes a copy of it has the answers and their keys.');
      return taken.missing > 0 ? 1 : 0;
    });
  },
};

const whyNot = (no: NoBackup): string => {
  switch (no.refused) {
    case 'no such folder':
      return `${no.folder} is no folder.`;
    case 'one place':
      return 'The secrets may not lie with the database, nor the database with the secrets. Name two folders that are not inside each other.';
    case 'demo':
      return 'This is a demo, whose people and times are made up: put back elsewhere it could be taken for a school.';
  }
};

/** Nothing here tells how many have begun to answer. */
const inWords = ({ file, bytes, rows, keysFile, secrets }: BackupTaken): string => {
  const of = (table: string): number => rows[table] ?? 0;
  return [
    `${file}  (${(bytes / 1_048_576).toFixed(1)} MB)`,
    `  organisations ${of('people.organisation')}, people ${of('people.person')}, rounds ${of('people.round')}, reports ${of('answers.snapshot')}`,
    keysFile,
    `  secrets of open rounds ${secrets}`,
  ].join('\n');
};
