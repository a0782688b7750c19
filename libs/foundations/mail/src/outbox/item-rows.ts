import type { Transaction } from '@facet/platform';

/** One invitation that a mail speaks of. Each kind and ordinal of an invitation is written once, whatever mail it is in. */
export interface NewItem {
  readonly invitation: string;
  readonly kind: 'invitation' | 'reminder' | 'closing_soon';
  /** 1, or more where the same kind is meant to be sent again. */
  readonly ordinal: number;
  /** With `closing_soon`: the closing that is near. */
  readonly closesAt?: Date | null;
}

/** Writes the items that are not written yet. */
export async function writeItems(tx: Transaction, items: readonly (NewItem & { readonly mail: string })[]): Promise<void> {
  if (items.length === 0) return;
  await tx.query(
    `insert into post.mail_item (mail, organisation, invitation, kind, ordinal, closes_at)
      select mail, platform.organisation(), invitation, kind, ordinal, closes_at
      from unnest($1::uuid[], $2::uuid[], $3::text[], $4::int[], $5::timestamptz[]) as given (mail, invitation, kind, ordinal, closes_at)
      on conflict do nothing`,
    [
      ...[items.map((i) => i.mail), items.map((i) => i.invitation), items.map((i) => i.kind), items.map((i) => i.ordinal)],
      items.map((i) => i.closesAt?.toISOString() ?? null),
    ],
  );
}
