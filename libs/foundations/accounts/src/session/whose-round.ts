import { Injectable } from '@nestjs/common';
import { Database, isUuid, type Membership, type Principal } from '@facet/platform';

/** Which of somebody's memberships a round belongs to, so that the request goes on inside that organisation and no other. */
@Injectable()
export class WhoseRound {
  constructor(private readonly database: Database) {}

  /** Null for a round of a strange organisation, for one that does not exist, and for what is no id at all. */
  async membership({ memberships }: Principal, round: string): Promise<Membership | null> {
    if (!isUuid(round)) return null;
    const [found] = await this.database.as('facet_accounts', null, (tx) =>
      tx.query<{ organisation: string | null }>(`select door.round_organisation($1) as organisation`, [round]),
    );
    return memberships.find(({ organisation }) => organisation === found?.organisation) ?? null;
  }
}
