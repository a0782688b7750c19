import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { recordEvent } from '@facet/audit-log';
import { Database, LOGGER, type Transaction } from '@facet/platform';
import type { Logger } from 'pino';
import { type Counts, type Earnest, erasing } from '../forget/receipt';

/** Once a day is often enough for promises of days and months. */
const BETWEEN_RUNS = '20 hours';

interface LetGoIn {
  readonly organisation: string;
  /** How many rounds, invitations and people went, or would go. */
  readonly counts: Counts;
}

/**
 * Deletes what the promise on the survey's first page, or the notice about data, gives no more time. Run it early, late, or twice: it goes
 * by the times in the rows alone.
 */
@Injectable()
export class LetGo {
  constructor(
    private readonly database: Database,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /** The duty: every organisation whose last run is long enough ago. One that fails stops no other. */
  async run(): Promise<void> {
    for (const organisation of await this.organisations())
      await this.inOrganisation(organisation, 'for good', (tx) => this.isDue(tx)).catch((err: unknown) =>
        this.log.error(
          { err, organisation },
          'what its time has come for could not be deleted in one organisation; the next tick tries again',
        ),
      );
  }

  /** What is due now in every organisation, whenever the last run was. */
  async now(earnest: Earnest): Promise<LetGoIn[]> {
    const done: LetGoIn[] = [];
    for (const organisation of await this.organisations())
      done.push({ organisation, counts: await this.inOrganisation(organisation, earnest, () => Promise.resolve(true)) });
    return done;
  }

  private inOrganisation(organisation: string, earnest: Earnest, isDue: (tx: Transaction) => Promise<boolean>): Promise<Counts> {
    return erasing<Counts>(this.database, organisation, earnest, async (tx) => {
      // Two processes at once would wait for each other's rows; the second one finds nothing to do.
      await tx.query(`select pg_advisory_xact_lock(hashtextextended('facet retention ' || platform.organisation(), 0))`);
      if (!(await isDue(tx))) return {};
      const [row] = await tx.query<{ counts: Counts }>('select door.let_go($1) as counts', [tx.now]);
      const counts = row?.counts ?? {};
      await tx.query('insert into operate.retention_run (id, organisation, counts, at) values ($1, platform.organisation(), $2, $3)', [
        randomUUID(),
        counts,
        tx.now,
      ]);
      await tx.query('select door.shorten_log($1)', [tx.now]);
      if (Object.values(counts).some((count) => count > 0)) recordEvent(tx, { kind: 'retention_ran', by: 'clock', detail: counts });
      return counts;
    });
  }

  private async isDue(tx: Transaction): Promise<boolean> {
    const recent = await tx.query(`select from operate.retention_run where at > $1::timestamptz - interval '${BETWEEN_RUNS}' limit 1`, [
      tx.now,
    ]);
    return recent.length === 0;
  }

  private async organisations(): Promise<string[]> {
    const rows = await this.database.as('facet_people', null, (tx) => tx.query<{ id: string }>('select door.organisations() as id'));
    return rows.map(({ id }) => id);
  }
}
