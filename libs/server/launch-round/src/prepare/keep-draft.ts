import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type DraftSaved, type KeepDraft as Wanted, type KeptDraft, LaunchDraft } from '@facet/contract';
import { Database, dateInWords, type Membership, type Transaction } from '@facet/platform';
import { LaunchDrafts, Organisations } from '@facet/store-rounds';

export interface NotKept {
  readonly refused: 'draft changed elsewhere' | 'draft gone';
}

/** Keeps what a leader has typed so far: on any device they find it again, and no page overwrites what it has not seen. */
@Injectable()
export class KeepDraft {
  constructor(
    private readonly database: Database,
    private readonly drafts: LaunchDrafts,
    private readonly organisations: Organisations,
  ) {}

  read({ organisation, person }: Membership): Promise<KeptDraft> {
    return this.database.as('facet_people', organisation, async (tx) => {
      const kept = await this.drafts.of(tx, person);
      if (!kept) return { version: null, draft: null, saved: '' };
      // What an older release has kept and this one cannot read is as good as empty; saving replaces it.
      const draft = LaunchDraft.safeParse(kept.content).data ?? null;
      return { version: kept.version, draft, saved: await this.inWords(tx, kept.savedAt) };
    });
  }

  keep({ organisation, person }: Membership, { version, draft }: Wanted): Promise<DraftSaved | NotKept> {
    return this.database.as('facet_people', organisation, async (tx) => {
      const kept = await this.drafts.keep(tx, person, version, randomUUID(), draft);
      if ('refused' in kept) return { refused: kept.refused === 'gone' ? 'draft gone' : 'draft changed elsewhere' };
      return { version: kept.version, saved: await this.inWords(tx, kept.savedAt) };
    });
  }

  private async inWords(tx: Transaction, at: Date): Promise<string> {
    return dateInWords(at, (await this.organisations.current(tx)).zone);
  }
}
