import { randomUUID } from 'node:crypto';
import type { OneTimeLinks } from '@facet/accounts';
import { recordEvent } from '@facet/audit-log';
import type { Framework } from '@facet/domain-framework';
import { setHours } from '@facet/mail';
import type { Database, Transaction } from '@facet/platform';
import type { Frameworks, Organisations, Staff } from '@facet/store-rounds';
import type { Settings } from './settings';

export interface Opening {
  readonly settings: Settings;
  readonly framework: Framework;
  /** There may be an organisation already; without this, a second one is refused. */
  readonly another: boolean;
}

export type Opened = { readonly organisation: string; readonly token: string } | 'there is one already' | 'there is one of that name';

/** An organisation with its settings, its administrator and a framework to launch on: all of it or nothing. */
export class OpenOrganisation {
  constructor(
    private readonly database: Database,
    private readonly organisations: Organisations,
    private readonly staff: Staff,
    private readonly frameworks: Frameworks,
    private readonly links: OneTimeLinks,
  ) {}

  /** `token` opens the administrator's first session. It is made before the commit: without the organisation it opens nothing. */
  async open(opening: Opening): Promise<Opened> {
    const organisation = randomUUID();
    return this.database.as('facet_people', organisation, async (tx): Promise<Opened> => {
      // Two at once would both find an empty database.
      await tx.query(`select pg_advisory_xact_lock(hashtext('facet init'))`);
      const refusal = await this.refusal(tx, opening);
      if (refusal !== null) return refusal;
      await this.write(tx, organisation, opening);
      return { organisation, token: await this.links.make(opening.settings['administrator-email']) };
    });
  }

  /** Asked before a person is asked for settings; whether it still holds, `open` sees. */
  async mayOpen(another: boolean): Promise<boolean> {
    return another || (await this.database.as('facet_people', null, others)).length === 0;
  }

  private async refusal(tx: Transaction, { settings, another }: Opening): Promise<Exclude<Opened, object> | null> {
    const known = await others(tx);
    if (known.length > 0 && !another) return 'there is one already';
    for (const { id } of known) {
      const { name } = await this.database.as('facet_people', id, (inside) => this.organisations.current(inside));
      if (name.toLowerCase() === settings.name.toLowerCase()) return 'there is one of that name';
    }
    return null;
  }

  private async write(tx: Transaction, id: string, { settings, framework }: Opening): Promise<void> {
    const { name, controller, purpose, contact, zone, domains } = settings;
    await this.organisations.add(tx, {
      ...{ id, name, zone, domains, controller, purpose, contact },
      safeguardingContact: settings['safeguarding-contact'],
      retentionMonths: settings['retention-months'],
      senderName: settings['sender-name'] ?? null,
    });
    await setHours(tx, { weekdays: settings['mail-days'], ...settings['mail-hours'] });
    await this.staff.appoint(tx, {
      id: randomUUID(),
      name: settings['administrator-name'],
      email: settings['administrator-email'],
      roles: ['administrator'],
    });
    await this.frameworks.publish(tx, randomUUID(), framework);
    recordEvent(tx, { kind: 'organisation_opened', by: 'operator', detail: {} });
  }
}

const others = (tx: Transaction): Promise<{ id: string }[]> => tx.query('select door.organisations() as id');
