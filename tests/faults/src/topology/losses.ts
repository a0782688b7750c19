import type { DataSource } from 'typeorm';
import type { RecordingSmtp } from '@facet/testing';
import { setTimeout } from 'node:timers/promises';
import type { Colleague, People } from './people';

export interface Losses {
  /** Each in words; there must be none. */
  readonly lost: readonly string[];
  readonly twice: readonly string[];
  /** Invitations that arrived twice because nobody could know whether they had, as is promised. */
  readonly doubtful: number;
}

/** Everything that was acknowledged is looked for, as those would look who were told so. */
export async function findLosses(source: DataSource, smtp: RecordingSmtp, people: People): Promise<Losses> {
  await allMailHasLeft(source);
  const lost: string[] = [];
  const twice: string[] = [];
  for (const colleague of people.colleagues) lost.push(...differences(colleague, await people.seen(colleague)));
  for (const { round, school } of people.launched) {
    const rounds = await source.query<{ id: string }[]>('select id from people.round where organisation = $1', [school.organisation]);
    if (!rounds.some(({ id }) => id === round)) lost.push(`the launch of ${round}`);
    if (rounds.length > 1) twice.push(`the launch of ${round}`);
  }
  const doubtful = new Set(
    (
      await source.query<{ email: string }[]>(
        `select p.email from post.mail m join people.person p on p.id = m.person
          where exists (select from post.mail_attempt a where a.mail = m.id and (a.outcome = 'unknown' or a.phase = 'data'))`,
      )
    ).map(({ email }) => email),
  );
  let copies = 0;
  for (const address of people.launched.flatMap(({ addresses }) => addresses)) {
    const arrived = smtp.messages.filter(({ to }) => to.includes(address));
    if (arrived.length === 0) lost.push(`the invitation of ${address}`);
    if (arrived.length === 2 && doubtful.has(address) && new Set(arrived.map(({ mail }) => mail.messageId)).size === 1) copies++;
    else if (arrived.length > 1) twice.push(`the invitation of ${address}`);
  }
  return { lost, twice, doubtful: copies };
}

/** Whatever was kept is there, or what was tried after it: that may have been heard though nobody said so. */
function differences(colleague: Colleague, seen: { rev: number; sent: boolean; sheet: { ratings: Record<string, number> } }): string[] {
  const { kept, tried, sent, address } = colleague;
  const may = [kept, tried].some(
    (one) => one?.rev === seen.rev && JSON.stringify(sorted(one.ratings)) === JSON.stringify(sorted(seen.sheet.ratings)),
  );
  return [
    ...(kept === null || may ? [] : [`answers of ${address}: kept ${JSON.stringify(kept)}, there ${JSON.stringify(seen)}`]),
    ...(sent && !seen.sent ? [`that ${address} has sent theirs`] : []),
  ];
}

const sorted = (ratings: Record<string, number>): [string, number][] => Object.entries(ratings).toSorted(([a], [b]) => a.localeCompare(b));

async function allMailHasLeft(source: DataSource): Promise<void> {
  for (;;) {
    const waiting = await source
      .query<unknown[]>(`select from post.mail where state in ('pending', 'sending') and not_before < 'infinity'`)
      .catch(() => ['the database is coming back']);
    if (waiting.length === 0) return;
    await setTimeout(200);
  }
}
