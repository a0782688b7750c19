import { randomUUID } from 'node:crypto';
import { CONFIGURATION, Database, type Configuration } from '@facet/platform';
import { Inject, Injectable } from '@nestjs/common';
import { CHANCE, type Chance } from '../chance';
import { readCalendar } from '../hours/calendar';
import type { Outcome } from '../sending/outgoing';
import { beginBodies, type BodyToLeave, claim, type ClaimedMail } from './claim';
import { InOneGo } from './in-one-go';
import { recordOutcome } from './outcome-rows';
import { pauseDomain, saysTooMany, turnOf } from './pace';
import { recordSent, type SentMail } from './record-sent';
import { forgiveAddresses, noteAddress } from './suppression';
import { WriteLetter, type WrittenLetter } from './write-letter';

interface OfSchool {
  readonly organisation: string;
}

const schoolOf = ({ organisation }: OfSchool): string => organisation;

/** A letter and the time at which it was written. */
export interface LetterToCarry {
  readonly written: WrittenLetter | null;
  readonly now: Date;
}

/**
 * What the database is asked and told on the way of a mail. Mails that are on their way at the same time share each transaction, one
 * for each organisation, and each row's claim, body and outcome are still its own. Every step may be done twice.
 */
@Injectable()
export class Steps {
  private readonly owner = randomUUID();
  private readonly organisations;
  private readonly claims;
  private readonly letters;
  private readonly bodies;
  private readonly sent;

  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly database: Database,
    letters: WriteLetter,
    @Inject(CHANCE) private readonly chance: Chance,
  ) {
    const lease = { owner: this.owner, seconds: configuration.mail.leaseSeconds };
    this.organisations = new InOneGo<string, string | null>(
      () => '',
      (ids) => this.organisationsOf(ids),
    );
    this.claims = new InOneGo<OfSchool & { readonly id: string }, ClaimedMail | null>(schoolOf, (asked, organisation) =>
      database.as('facet_mail', organisation, async (tx) => {
        const ids = asked.map(({ id }) => id);
        const claimed = new Map((await claim(tx, ids, lease, await readCalendar(tx, configuration))).map((mail) => [mail.id, mail]));
        return ids.map((id) => {
          const mine = claimed.get(id) ?? null;
          claimed.delete(id); // whoever asks twice for the same mail has it once
          return mine;
        });
      }),
    );
    this.letters = new InOneGo<ClaimedMail, LetterToCarry>(schoolOf, (mails, organisation) =>
      database.as('facet_mail', organisation, async (tx) => (await letters.write(tx, mails)).map((written) => ({ written, now: tx.now }))),
    );
    this.bodies = new InOneGo<BodyToLeave, boolean>(
      ({ mail }) => mail.organisation,
      (bodies, organisation) => database.as('facet_mail', organisation, (tx) => beginBodies(tx, bodies, lease.seconds)),
    );
    this.sent = new InOneGo<SentMail, undefined>(
      ({ mail }) => mail.organisation,
      (sent, organisation) =>
        database.as('facet_mail', organisation, async (tx) => {
          await recordSent(tx, sent);
          await forgiveAddresses(
            tx,
            sent.map(({ mail }) => mail.person),
          );
          return sent.map(() => undefined);
        }),
    );
  }

  /** The mail, claimed; null where there is nothing to do for now; or in how many milliseconds its turn comes. */
  async claim(id: string): Promise<ClaimedMail | number | null> {
    const organisation = await this.organisations.ask(id);
    if (organisation === null) return null;
    const wait = await this.turn(organisation, id);
    return wait ?? this.claims.ask({ organisation, id });
  }

  write(mail: ClaimedMail): Promise<LetterToCarry> {
    return this.letters.ask(mail);
  }

  /** Committed when it returns. False where the lease was lost. */
  beginBody(mail: ClaimedMail, messageId: string): Promise<boolean> {
    return this.bodies.ask({ mail, messageId });
  }

  async note(mail: ClaimedMail, outcome: Outcome): Promise<void> {
    if (outcome.kind === 'sent') return this.sent.ask({ mail, outcome });
    const { mail: settings } = this.configuration;
    await this.database.as('facet_mail', mail.organisation, async (tx) => {
      await recordOutcome(tx, mail, outcome, { ...settings, chance: this.chance() });
      await noteAddress(tx, mail, outcome);
    });
    if (outcome.kind !== 'later' || settings.perDomainMinute === null || !saysTooMany(outcome.code, outcome.reply)) return;
    // On its own: whatever becomes of the pause, what became of the mail is written down.
    await this.database.as('facet_mail', mail.organisation, (tx) => pauseDomain(tx, mail.person, settings.backOffSeconds));
  }

  /** Alone: places of several domains, taken in one transaction, would be waited for crosswise. */
  private async turn(organisation: string, id: string): Promise<number | null> {
    const { perDomainMinute } = this.configuration.mail;
    if (perDomainMinute === null) return null;
    return this.database.as('facet_mail', organisation, async (tx) => {
      const turn = await turnOf(tx, id, await readCalendar(tx, this.configuration), perDomainMinute);
      return turn === null ? null : turn.getTime() - tx.now.getTime();
    });
  }

  private async organisationsOf(ids: readonly string[]): Promise<(string | null)[]> {
    const rows = await this.database.as('facet_mail', null, (tx) =>
      tx.query<{ organisation: string | null }>(
        `select door.mail_organisation(id) as organisation from unnest($1::uuid[]) with ordinality as given (id, at) order by at`,
        [ids],
      ),
    );
    return rows.map(({ organisation }) => organisation);
  }
}
