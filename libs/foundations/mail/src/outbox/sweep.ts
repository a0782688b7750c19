import { CONFIGURATION, Database, type Configuration, type Transaction } from '@facet/platform';
import { Inject, Injectable } from '@nestjs/common';
import { CHANCE, type Chance } from '../chance';
import { expire, recoverLease } from './outcome-rows';

/** So many rows a sweep; the next sweep takes the next. */
const MOST = 500;

/** Finds what the queue lost: rows that are due and rows whose worker has gone. */
@Injectable()
export class Sweep {
  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly database: Database,
    @Inject(CHANCE) private readonly chance: Chance,
  ) {}

  /** The ids that are due now, or soon by their turn. One process sweeps at a time: the others return nothing at once. */
  async run(): Promise<string[]> {
    return this.database.as('facet_mail', null, async (tx) => {
      const [lock] = await tx.query<{ mine: boolean }>(`select pg_try_advisory_xact_lock(hashtext('facet mail sweep')) as mine`);
      if (!lock?.mine) return [];
      // Whose turn comes before the next sweep is waited for, so that they do not all leave with that one.
      const { perDomainMinute, sweepSeconds } = this.configuration.mail;
      const until = new Date(tx.now.getTime() + (perDomainMinute === null ? 0 : sweepSeconds * 1000));
      const due = await tx.query<Due>('select mail, organisation from door.due_mail($1, $2)', [until, MOST]);
      for (const [organisation, ids] of byOrganisation(due))
        await this.database.as('facet_mail', organisation, (own) => this.tidy(own, ids));
      return due.map(({ mail }) => mail);
    });
  }

  private async tidy(tx: Transaction, ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      await recoverLease(tx, id, { ...this.configuration.mail, chance: this.chance() });
      await expire(tx, id);
    }
  }
}

interface Due {
  readonly mail: string;
  readonly organisation: string;
}

const byOrganisation = (due: readonly Due[]): Map<string, string[]> => {
  const ids = new Map<string, string[]>();
  for (const { mail, organisation } of due) ids.set(organisation, [...(ids.get(organisation) ?? []), mail]);
  return ids;
};
