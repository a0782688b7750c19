import { randomUUID } from 'node:crypto';
import { CONFIGURATION, Database, ONE_CLICK, type Configuration } from '@facet/platform';
import { Inject, Injectable } from '@nestjs/common';
import { CHANCE, type Chance } from '../chance';
import { readCalendar } from '../hours/calendar';
import { render } from '../layout/render';
import { optOutName } from '../opt-out/opt-out';
import { Carrier } from '../sending/carrier';
import type { Outcome, OutgoingMail } from '../sending/outgoing';
import { returnPath } from '../sending/return-path';
import { beginBody, claim, type ClaimedMail } from './claim';
import { recordOutcome } from './outcome-rows';
import { pauseDomain, saysTooMany, turnOf } from './pace';
import { noteAddress } from './suppression';
import { WriteLetter, type WrittenLetter } from './write-letter';

/** Sends one mail row: claim, write, carry, note what became of it. Whoever is second finds nothing to do. */
@Injectable()
export class SendMail {
  private readonly owner = randomUUID();

  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly database: Database,
    private readonly letters: WriteLetter,
    private readonly carrier: Carrier,
    @Inject(CHANCE) private readonly chance: Chance,
  ) {}

  /** Null when there is nothing more to do for now; otherwise in how many milliseconds its turn comes. */
  async send(id: string): Promise<number | null> {
    const [known] = await this.database.as('facet_mail', null, (tx) =>
      tx.query<{ organisation: string | null }>('select door.mail_organisation($1) as organisation', [id]),
    );
    if (!known?.organisation) return null;
    const lease = { owner: this.owner, seconds: this.configuration.mail.leaseSeconds };
    const claimed = await this.database.as('facet_mail', known.organisation, async (tx) => {
      const calendar = await readCalendar(tx, this.configuration);
      const turn = await turnOf(tx, id, calendar, this.configuration.mail.perDomainMinute);
      return turn === null ? claim(tx, id, lease, calendar) : turn.getTime() - tx.now.getTime();
    });
    if (claimed === null || typeof claimed === 'number') return claimed;
    const outcome = await this.carry(claimed);
    await this.note(claimed, outcome);
    return null;
  }

  private async note(mail: ClaimedMail, outcome: Outcome): Promise<void> {
    const { mail: settings } = this.configuration;
    await this.database.as('facet_mail', mail.organisation, async (tx) => {
      await recordOutcome(tx, mail, outcome, { ...settings, chance: this.chance() });
      await noteAddress(tx, mail, outcome);
    });
    if (outcome.kind !== 'later' || settings.perDomainMinute === null || !saysTooMany(outcome.code, outcome.reply)) return;
    // On its own: whatever becomes of the pause, what became of the mail is written down.
    await this.database.as('facet_mail', mail.organisation, (tx) => pauseDomain(tx, mail.person, settings.backOffSeconds));
  }

  private async carry(mail: ClaimedMail): Promise<Outcome> {
    const { written, now } = await this.database.as('facet_mail', mail.organisation, async (tx) => ({
      written: await this.letters.write(tx, mail),
      now: tx.now,
    }));
    if (written === null) return { kind: 'later', code: null, reply: 'The key of the round cannot be read, so there is no link to send.' };
    const messageId = `${mail.id}@${this.configuration.publicUrl.hostname}`;
    return this.carrier.carry({ ...this.outgoing(written, messageId, now), ...this.ways(mail) }, async () => {
      const mine = await this.database.as('facet_mail', mail.organisation, (tx) => beginBody(tx, mail, messageId));
      if (!mine) throw new Error('The lease ended before the message left.');
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
