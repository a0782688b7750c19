import { Inject, Injectable } from '@nestjs/common';
import { CONFIGURATION, type Configuration, Database, type Principal, type Transaction } from '@facet/platform';
import { type Organisation, Organisations, People } from '@facet/store-rounds';
import type { Sender } from '@facet/mail';

export interface AtDesk {
  readonly tx: Transaction;
  /** The administrator who is at it. */
  readonly by: string;
  readonly organisation: Organisation;
  /** As whom a mail of this organisation could leave, with this administrator to turn to. */
  readonly sender: Sender;
}

/** An administrator's desk in the mail room of their organisation; whoever has several sees the first. */
@Injectable()
export class Desk {
  constructor(
    private readonly database: Database,
    private readonly organisations: Organisations,
    private readonly people: People,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  async at<Result>({ memberships }: Principal, work: (desk: AtDesk) => Promise<Result>): Promise<Result> {
    const seat = memberships.find(({ roles }) => roles.includes('administrator'));
    if (!seat) throw new Error('the guard lets in administrators only');
    return this.database.as('facet_people', seat.organisation, async (tx) => {
      const organisation = await this.organisations.current(tx);
      const contact = await this.people.byId(tx, seat.person);
      if (!contact) throw new Error('an administrator is somebody');
      const { name, contact: dataContact } = organisation;
      return work({
        tx,
        by: seat.person,
        organisation,
        sender: { organisation: name, contact, dataContact, site: this.configuration.publicUrl.origin },
      });
    });
  }
}
