import { CONFIGURATION, ONE_CLICK, type Configuration } from '@facet/platform';
import { Inject, Injectable } from '@nestjs/common';
import { render } from '../layout/render';
import { optOutName } from '../opt-out/opt-out';
import { Carrier } from '../sending/carrier';
import type { Outcome, OutgoingMail } from '../sending/outgoing';
import { returnPath } from '../sending/return-path';
import type { ClaimedMail } from './claim';
import { Steps } from './steps';
import type { WrittenLetter } from './write-letter';

/** Sends one mail row: claim, write, carry, note what became of it. Whoever is second finds nothing to do. */
@Injectable()
export class SendMail {
  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly steps: Steps,
    private readonly carrier: Carrier,
  ) {}

  /** Null when there is nothing more to do for now; otherwise in how many milliseconds its turn comes. */
  async send(id: string): Promise<number | null> {
    const claimed = await this.steps.claim(id);
    if (claimed === null || typeof claimed === 'number') return claimed;
    await this.steps.note(claimed, await this.carry(claimed));
    return null;
  }

  private async carry(mail: ClaimedMail): Promise<Outcome> {
    const { written, now } = await this.steps.write(mail);
    if (written === null) return { kind: 'later', code: null, reply: 'The key of the round cannot be read, so there is no link to send.' };
    const messageId = `${mail.id}@${this.configuration.publicUrl.hostname}`;
    return this.carrier.carry({ ...this.outgoing(written, messageId, now), ...this.ways(mail) }, async () => {
      if (!(await this.steps.beginBody(mail, messageId))) throw new Error('The lease ended before the message left.');
    });
  }

  /** The addresses that belong to this mail alone: where it is returned to, and where its reader stops others of the kind. */
  private ways({ id, kind }: ClaimedMail): Pick<OutgoingMail, 'returnPath' | 'unsubscribe'> {
    const { secret, mail, publicUrl } = this.configuration;
    // RFC 8058 wants https; a demo has nobody to unsubscribe.
    const canStop = kind === 'reminder' && publicUrl.protocol === 'https:';
    return {
      ...(mail.returnDomain !== undefined && { returnPath: returnPath(secret, id, mail.returnDomain) }),
      ...(canStop && { unsubscribe: new URL(ONE_CLICK.replace(':mail', optOutName(secret, id)), publicUrl).href }),
    };
  }

  private outgoing = ({ letter, recipient, replyTo, from }: WrittenLetter, messageId: string, date: Date) => ({
    messageId,
    from: { name: from, address: this.configuration.mail.from.address },
    replyTo: { name: replyTo.name, address: replyTo.email },
    to: { name: recipient.name, address: recipient.email },
    date,
    letter: render(letter),
  });
}
