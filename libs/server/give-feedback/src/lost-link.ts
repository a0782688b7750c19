import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { readAddress } from '@facet/domain-round';
import { asciiDomain, Database } from '@facet/platform';

/** Known and unknown addresses are answered after the same time: longer than either takes. */
const ANSWER_AFTER_MS = 150;

/**
 * Somebody has lost their link. It goes to the address that is known, and to no other; whoever asks learns nothing. No job is rung: the
 * sweep finds the mail, so that an address that is known costs as little as one that is not.
 */
@Injectable()
export class LostLink {
  constructor(private readonly database: Database) {}

  async sendAgain(typed: string): Promise<'done' | 'no address'> {
    const address = readAddress(typed, asciiDomain);
    if (typeof address === 'string') return 'no address';
    const written = this.database.as('facet_survey', null, (tx) =>
      tx.query('select door.send_links_again($1, $2)', [address.mailbox, tx.now]),
    );
    await Promise.all([written, pause(ANSWER_AFTER_MS)]);
    return 'done';
  }
}
