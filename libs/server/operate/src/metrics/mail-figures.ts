import type { Database } from '@facet/platform';
import { DAYS, KEPT_BACK } from '../mail-room/count-mails';

export interface MailFigures {
  /** Mails that have been due for a minute or longer. */
  readonly due: number;
  /** For how long the oldest of them has been due; 0 where none is. */
  readonly oldestSeconds: number;
  /** In thirty days. */
  readonly unknown: number;
}

/** A mail that leaves at once is in no figure: somebody who asks for a lost link would be seen in it. */
const SOONEST_SECONDS = 60;

/** What comes of somebody with a link in their hand: a figure that rises would say when. */
const OF_LINKS = ['link_again', 'wrong_group'];

/**
 * How mail fares, of all organisations together. What is kept back from administrators is not counted here either: whoever is reminded
 * has not answered.
 */
export async function readMailFigures(database: Database): Promise<MailFigures> {
  const organisations = await database.as('facet_mail', null, (tx) =>
    tx.query<{ id: string }>('select id from door.organisations() as organisations (id)'),
  );
  const figures: MailFigures[] = [];
  for (const { id } of organisations)
    figures.push(
      ...(await database.as('facet_mail', id, (tx) =>
        tx.query<MailFigures>(
          `select count(*) filter (where waits)::int as due,
              coalesce(extract(epoch from $1::timestamptz - min(not_before) filter (where waits)), 0)::float as "oldestSeconds",
              count(*) filter (where state = 'unknown')::int as unknown
            from post.mail, lateral (select state = 'pending' and not_before <= $1::timestamptz - make_interval(secs => $2) as waits) w
            where state in ('pending', 'unknown') and kind <> all($3) and not_before > $1::timestamptz - make_interval(days => $4)`,
          [tx.now, SOONEST_SECONDS, [...KEPT_BACK, ...OF_LINKS], DAYS],
        ),
      )),
    );
  return {
    due: sum(figures.map(({ due }) => due)),
    oldestSeconds: Math.max(0, ...figures.map(({ oldestSeconds }) => oldestSeconds)),
    unknown: sum(figures.map(({ unknown }) => unknown)),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
