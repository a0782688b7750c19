import type { DataSource } from 'typeorm';
import type { Finding } from './finding';

/** Beyond this, what is lost with the database is more than anybody will type again. */
const MOST_HOURS = 36;

/** When the newest backup began that was finished, and whether a restored database still waits for somebody's word. */
export async function examineBackup(source: DataSource): Promise<Finding[]> {
  const [row] = await source.query<{ began: Date | null; hours: number | null; used: boolean; waits: boolean }[]>(
    `select max(b.began_at) as began, extract(epoch from platform.clock() - max(b.began_at))::float / 3600 as hours,
        exists (select from people.organisation) as used, door.waits_after_restore() as waits
      from operate.backup b where b.finished_at is not null`,
  );
  if (!row?.used) return [];
  const waiting: Finding = {
    area: 'backup',
    state: 'look',
    says: 'This database was restored, and its mails and reminders wait.',
    advice: 'facet held mails shows and settles them.',
  };
  return [age(row.began, row.hours), ...(row.waits ? [waiting] : [])];
}

function age(began: Date | null, hours: number | null): Finding {
  const advice = 'facet backup --to FOLDER --keys-to FOLDER, every night; see docs/operations/backup.md.';
  if (began === null || hours === null)
    return { area: 'backup', state: 'look', says: 'No backup was ever made with facet backup.', advice };
  const says = `The newest backup began ${began.toISOString().slice(0, 16).replace('T', ' ')} UTC, ${hours < 1.5 ? 'an hour' : `${Math.round(hours)} hours`} ago.`;
  return hours > MOST_HOURS ? { area: 'backup', state: 'look', says, advice } : { area: 'backup', state: 'good', says };
}
