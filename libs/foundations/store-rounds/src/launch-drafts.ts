import { Injectable } from '@nestjs/common';
import type { LaunchDraft } from '@facet/contract';
import type { Transaction } from '@facet/platform';

export interface KeptLaunchDraft {
  /** Changes with every save. */
  readonly version: string;
  /** As it was sent; an older release may have sent something else. */
  readonly content: unknown;
  readonly savedAt: Date;
}

export type DraftKept = { readonly version: string; readonly savedAt: Date } | { readonly refused: 'changed elsewhere' | 'gone' };

const COLUMNS = `version, content, saved_at as "savedAt"`;

/** What a leader has typed of a round that is not launched yet: one draft each, and nobody else's to read. */
@Injectable()
export class LaunchDrafts {
  async of(tx: Transaction, person: string): Promise<KeptLaunchDraft | null> {
    await tx.query(`select set_config('facet.person', $1, true)`, [person]);
    const [row] = await tx.query<KeptLaunchDraft>(`select ${COLUMNS} from people.launch_draft where person = $1`, [person]);
    return row ?? null;
  }

  /**
   * In place of the version that the page has seen, null where it has seen none. The same content once more is kept already: its
   * first answer may have been lost.
   */
  async keep(tx: Transaction, person: string, seen: string | null, next: string, draft: LaunchDraft): Promise<DraftKept> {
    await tx.query(`select set_config('facet.person', $1, true)`, [person]);
    const content = JSON.stringify(draft);
    const [kept] =
      seen === null
        ? await tx.query<{ version: string; savedAt: Date }>(
            `insert into people.launch_draft (organisation, person, version, content, saved_at)
              values (platform.organisation(), $1, $2, $3, $4) on conflict do nothing returning version, saved_at as "savedAt"`,
            [person, next, content, tx.now],
          )
        : await tx.query<{ version: string; savedAt: Date }>(
            `update people.launch_draft set version = $3, content = $4, saved_at = $5 where person = $1 and version = $2
              returning version, saved_at as "savedAt"`,
            [person, seen, next, content, tx.now],
          );
    if (kept) return kept;
    const [standing] = await tx.query<KeptLaunchDraft & { same: boolean }>(
      `select ${COLUMNS}, content = $2::jsonb as same from people.launch_draft where person = $1`,
      [person, content],
    );
    if (!standing) return { refused: 'gone' };
    return standing.same ? { version: standing.version, savedAt: standing.savedAt } : { refused: 'changed elsewhere' };
  }

  /** It has become a round. */
  async drop(tx: Transaction, person: string): Promise<void> {
    await tx.query(`select set_config('facet.person', $1, true)`, [person]);
    await tx.query(`delete from people.launch_draft where person = $1`, [person]);
  }
}
