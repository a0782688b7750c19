import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '@facet/platform';
import type { MailKind } from '../letters';
import { type NewItem, writeItems } from './item-rows';

/** A mail to one person, as whoever causes it writes it down. */
export interface NewMail {
  readonly person: string;
  readonly kind: MailKind;
  /** The same cause gives the same key, however often it is planned; the second row with it is not written. */
  readonly dedupeKey: string;
  /** What it is about: a round, a request to sign in, or its own person. Null where the items say it. */
  readonly about: string | null;
  /** `held`: until `release` lets it go. */
  readonly notBefore: Date | 'held';
  /** The local day that `notBefore` was computed from, "2026-12-01", and its zone, where it is the day that is meant. */
  readonly leaves?: { readonly on: string; readonly zone: string };
  /** `never`: its items decide, because a closed round takes no more mail. */
  readonly giveUpAt: Date | 'never';
  readonly items: readonly NewItem[];
}

@Injectable()
export class MailRows {
  /**
   * Writes the rows in the caller's own transaction, so that cause and mail exist together or not at all. Returns the ids of the
   * rows that are new: ring the doorbell for them after the commit.
   */
  async write(tx: Transaction, mails: readonly NewMail[]): Promise<string[]> {
    const rows = mails.map((mail) => ({ id: randomUUID(), ...mail }));
    const written = await tx.query<{ id: string }>(
      `insert into post.mail (id, organisation, dedupe_key, person, kind, about, not_before, give_up_at, leaves_on, leaves_zone)
        select id, platform.organisation(), dedupe_key, person, kind, about, not_before, give_up_at, leaves_on, leaves_zone
        from unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::uuid[], $6::timestamptz[], $7::timestamptz[], $8::date[], $9::text[])
          as given (id, dedupe_key, person, kind, about, not_before, give_up_at, leaves_on, leaves_zone)
        on conflict (dedupe_key) do nothing returning id`,
      [
        rows.map((row) => row.id),
        rows.map((row) => row.dedupeKey),
        rows.map((row) => row.person),
        rows.map((row) => row.kind),
        rows.map((row) => row.about),
        rows.map((row) => (row.notBefore === 'held' ? 'infinity' : row.notBefore.toISOString())),
        rows.map((row) => (row.giveUpAt === 'never' ? 'infinity' : row.giveUpAt.toISOString())),
        rows.map((row) => row.leaves?.on ?? null),
        rows.map((row) => row.leaves?.zone ?? null),
      ],
    );
    const ids = new Set(written.map(({ id }) => id));
    const news = rows.filter(({ id }) => ids.has(id));
    await writeItems(
      tx,
      news.flatMap(({ id, items }) => items.map((item) => ({ mail: id, ...item }))),
    );
    return [...ids];
  }

  /** The coach has confirmed the list of colleagues: what was held for this round may leave. Returns the ids to ring for. */
  async release(tx: Transaction, round: string): Promise<string[]> {
    const released = await tx.query<{ id: string }>(
      `update post.mail set not_before = $2
        where not_before = 'infinity' and id in (
          select item.mail from post.mail_item item join people.invitation i on i.id = item.invitation where i.round = $1)
        returning id`,
      [round, tx.now],
    );
    return released.map(({ id }) => id);
  }
}
