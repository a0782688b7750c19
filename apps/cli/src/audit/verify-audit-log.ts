import { type ChainFound, holdsHash, walkChain } from '@facet/audit-log';
import type { Organisation } from '@facet/store-rounds';
import type { DataSource } from 'typeorm';
import type { Command, ExitCode, Output } from '../command';
import { allOrganisations } from '../own-settings';
import { withDatabase } from '../with-database';
import { notUnderstood, readOptions } from '../words';

export const verifyAuditLog: Command = {
  usage: 'audit verify',
  summary: 'Walks along every audit log, and says the first entry that is missing or is not as it was written.',
  details: [
    '--holds HASH   also looks for an entry that you have written down: the hash that this command printed before',
    'Whoever owns the database could write a whole log anew. So write down, elsewhere, what is printed here, and look for it the next time.',
    'After a restore the entries since that backup are gone, and the log says so.',
  ],

  run(words, output) {
    const read = readOptions(words, { holds: { type: 'string' } });
    if (typeof read === 'string') return Promise.resolve(notUnderstood(verifyAuditLog, read, output));
    const hash = read.holds?.toLowerCase();
    if (hash !== undefined && !/^[0-9a-f]{64}$/.test(hash))
      return Promise.resolve(notUnderstood(verifyAuditLog, 'A hash has 64 digits and letters from a to f.', output));
    return withDatabase(output, async (database, source) => {
      const organisations = await allOrganisations(database);
      const walked = await walkAll(source, organisations, output);
      const held = hash === undefined ? 0 : await lookFor(source, organisations, hash, output);
      return walked === 0 && held === 0 ? 0 : 1;
    });
  },
};

async function walkAll(source: DataSource, organisations: readonly Organisation[], output: Output): Promise<ExitCode> {
  let broken = false;
  for (const { id, name } of organisations) {
    const found = await walkChain(source, id);
    if (found.fits) output.print(`OK   ${name}: ${inWords(found)}`);
    else output.report(`BAD  ${name}: ${inWords(found)}`);
    broken ||= !found.fits;
  }
  return broken ? 1 : 0;
}

async function lookFor(source: DataSource, organisations: readonly Organisation[], hash: string, output: Output): Promise<ExitCode> {
  for (const { id, name } of organisations)
    if (await holdsHash(source, id, hash)) {
      output.print(`OK   ${name}: the entry with that hash is there.`);
      return 0;
    }
  output.report(
    'BAD  No log has an entry with that hash: it was removed, or written anew. Or the database was restored from an older backup.',
  );
  return 1;
}

const whyNot = {
  changed: 'is not as it was written',
  missing: 'is missing',
  unlinked: 'does not follow the one before',
  'beyond the end': 'does not belong to the end of the log',
} as const;

const inWords = (found: ChainFound): string =>
  found.fits
    ? `${found.entries} entries, all as they were written. The last is number ${found.last.number}, ${found.last.hash}`
    : `entry ${found.number} ${whyNot[found.why]}. Those before it fit. Keep a copy of the database before anything else.`;
