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
}

@Injectable()
export class Organisations {
  /** The transaction's own organisation: row-level security shows no other. */
  async current(tx: Transaction): Promise<Organisation> {
    const [row] = await tx.query<Organisation>(
      `select id, name, zone, domains, safeguarding_contact as "safeguardingContact" from people.organisation where id = platform.organisation()`,
    );
    if (!row) throw new Error('the transaction has no organisation');
    return row;
  }

  /** Only inside a transaction of this very organisation; one that is there already stays as it is. */
  async add(tx: Transaction, { id, name, zone, domains, safeguardingContact }: Organisation): Promise<void> {
    await tx.query(
      `insert into people.organisation (id, name, zone, domains, safeguarding_contact) values ($1, $2, $3, $4, $5) on conflict do nothing`,
      [id, name, zone, domains, safeguardingContact],
    );
  }
}
