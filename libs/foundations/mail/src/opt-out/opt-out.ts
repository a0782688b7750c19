import { CONFIGURATION, type Configuration, Database, type Transaction } from '@facet/platform';
import { Inject, Injectable } from '@nestjs/common';
import { mailNamed, nameMail } from '../named-mail';
import { silence } from '../outbox/suppression';

const DIGITS = 32;

/** What a mail's address for opting out ends with. */
export const optOutName = (secret: Buffer, mail: string): string => nameMail(secret, 'stop reminders', mail, DIGITS);

export interface Stopping {
  readonly organisation: string;
  /** Whether this person is left in peace. */
  readonly stopped: boolean;
}

/**
 * No more reminders from one organisation, for whoever got the mail of this name. Nobody is told: neither the leader nor the coach can
 * see who wants none, and the invitation stays open.
 */
@Injectable()
export class OptOut {
  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly database: Database,
  ) {}

  /** Null where there is no mail of this name, as for all three. */
  look(name: string): Promise<Stopping | null> {
    return this.of(name, () => Promise.resolve());
  }

  /** Once is as good as twice. */
  stop(name: string): Promise<Stopping | null> {
    return this.of(name, (tx, person) => silence(tx, person, 'opted out'));
  }

  resume(name: string): Promise<Stopping | null> {
    return this.of(name, async (tx, person) => {
      await tx.query(`delete from post.suppression where person = $1 and reason = 'opted out'`, [person]);
    });
  }

  private async of(name: string, act: (tx: Transaction, person: string) => Promise<void>): Promise<Stopping | null> {
    const mail = mailNamed(this.configuration.secret, 'stop reminders', name, DIGITS);
    if (mail === null) return null;
    const [known] = await this.database.as('facet_mail', null, (tx) =>
      tx.query<{ organisation: string | null }>('select door.mail_organisation($1) as organisation', [mail]),
    );
    if (!known?.organisation) return null;
    return this.database.as('facet_mail', known.organisation, async (tx) => {
      const [row] = await tx.query<{ person: string; organisation: string }>(
        'select m.person, o.name as organisation from post.mail m join people.organisation o on o.id = m.organisation where m.id = $1',
        [mail],
      );
      if (!row) return null;
      await act(tx, row.person);
      const suppressed = await tx.query(`select from post.suppression where person = $1 and reason <> 'refused'`, [row.person]);
      return { organisation: row.organisation, stopped: suppressed.length > 0 };
    });
  }
}
