import { Injectable } from '@nestjs/common';
import type { Transaction } from '@facet/platform';

export interface Organisation {
  readonly id: string;
  readonly name: string;
  /** IANA zone, "Europe/London". */
  readonly zone: string;
  /** Mail domains of its own people; an address elsewhere is "outside". */
  readonly domains: readonly string[];
  readonly safeguardingContact: string | null;
  /** Who answers for the data, with an address: what data protection law calls the controller. */
  readonly controller: string | null;
  /** Why colleagues are asked, in one or two sentences. */
  readonly purpose: string | null;
  /** Whom to ask about one's data. */
  readonly contact: string | null;
  /** How long reports are kept. */
  readonly retentionMonths: number;
  /** The name that mails come from; null: the organisation's own. */
  readonly senderName: string | null;
}

const COLUMNS = `id, name, zone, domains, safeguarding_contact as "safeguardingContact", controller, purpose, contact,
  retention_months as "retentionMonths", sender_name as "senderName"`;

@Injectable()
export class Organisations {
  /** The transaction's own organisation: row-level security shows no other. */
  async current(tx: Transaction): Promise<Organisation> {
    const [row] = await tx.query<Organisation>(`select ${COLUMNS} from people.organisation where id = platform.organisation()`);
    if (!row) throw new Error('the transaction has no organisation');
    return row;
  }

  async change(tx: Transaction, { name, zone, domains, ...to }: Omit<Organisation, 'id'>): Promise<void> {
    await tx.query(
      `update people.organisation set name = $1, zone = $2, domains = $3, safeguarding_contact = $4, controller = $5, purpose = $6,
          contact = $7, retention_months = $8, sender_name = $9 where id = platform.organisation()`,
      [name, zone, domains, to.safeguardingContact, to.controller, to.purpose, to.contact, to.retentionMonths, to.senderName],
    );
  }

  /** Only inside a transaction of this very organisation; one that is there already stays as it is. */
  async add(tx: Transaction, organisation: Organisation): Promise<void> {
    await tx.query(
      `insert into people.organisation
          (id, name, zone, domains, safeguarding_contact, controller, purpose, contact, retention_months, sender_name)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing`,
      [
        organisation.id,
        organisation.name,
        organisation.zone,
        organisation.domains,
        organisation.safeguardingContact,
        organisation.controller,
        organisation.purpose,
        organisation.contact,
        organisation.retentionMonths,
        organisation.senderName,
      ],
    );
  }
}
