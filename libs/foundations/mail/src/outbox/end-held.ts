import { Database, LOGGER, type Transaction } from '@facet/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';

/**
 * Ends what is still held when its round is over: the invitations of colleagues who were added and never confirmed. Not at the closing,
 * which may still be put off, and then the coach may still confirm them. Run it as often, as early or as late as you like.
 */
@Injectable()
export class EndHeld {
  constructor(
    private readonly database: Database,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /** Returns how many mails it has ended. An organisation that fails stops no other. */
  async run(): Promise<number> {
    const all = await this.database.as('facet_mail', null, (tx) =>
      tx.query<{ organisation: string }>('select door.organisations() as organisation'),
    );
    let ended = 0;
    for (const { organisation } of all)
      try {
        ended += await this.database.as('facet_mail', organisation, endHeld);
      } catch (err) {
        this.log.error({ err, organisation }, 'the held mails of one organisation could not be ended; the next tick tries again');
      }
    return ended;
  }
}

async function endHeld(tx: Transaction): Promise<number> {
  const ended = await tx.query(
    `update post.mail set state = 'cancelled'
      where state = 'pending' and not_before = 'infinity' and exists (select from post.mail_item item where item.mail = mail.id)
        and not exists (
          select from post.mail_item item join people.invitation i on i.id = item.invitation join people.round r on r.id = i.round
            where item.mail = mail.id and r.sealed_at is null and r.cancelled_at is null)
      returning id`,
  );
  return ended.length;
}
