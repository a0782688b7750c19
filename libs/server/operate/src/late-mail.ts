import type { Database } from '@facet/platform';
import { KEPT_BACK } from './mail-room/count-mails';

const LATE_MINUTES = 10;
const MOST = 1_000;

/**
 * Whether mail that is due does not leave: in no organisation may any wait for ten minutes. What a server put off is due later. Reminders
 * are not looked at, for anybody may ask and whoever is reminded has not answered.
 */
export async function mailIsLate(database: Database): Promise<boolean> {
  const { due, since } = await database.as('facet_mail', null, async (tx) => {
    const at = new Date(tx.now.getTime() - LATE_MINUTES * 60_000);
    return { since: at, due: await tx.query<{ organisation: string }>('select organisation from door.due_mail($1, $2)', [at, MOST]) };
  });
  for (const organisation of new Set(due.map((one) => one.organisation))) {
    const late = await database.as('facet_mail', organisation, (tx) =>
      tx.query(`select from post.mail where state = 'pending' and not_before <= $1 and kind <> all($2) limit 1`, [since, KEPT_BACK]),
    );
    if (late.length > 0) return true;
  }
  return false;
}
