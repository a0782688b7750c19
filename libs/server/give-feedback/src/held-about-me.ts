import { Injectable } from '@nestjs/common';
import type { HeldView } from '@facet/contract';
import { emptySheet } from '@facet/domain-framework';
import { labelOf } from '@facet/domain-round';
import { letterNames, type MailKind } from '@facet/mail';
import { Database, dateInWords } from '@facet/platform';
import { Envelopes, UNREADABLE } from '@facet/store-answers-envelopes';
import { Invitations, Organisations, People } from '@facet/store-rounds';
import { type DoorRefusal, SurveyDoor, type Visit } from './survey-door';

interface SentMail {
  readonly kind: MailKind;
  readonly at: Date;
}

/**
 * Everything that is held about the holder of a link, to be read and taken along. Only while the round is open: once it is sealed,
 * nothing leads from a person to an answer any more, for themselves as little as for anybody else.
 */
@Injectable()
export class HeldAboutMe {
  constructor(
    private readonly door: SurveyDoor,
    private readonly database: Database,
    private readonly envelopes: Envelopes,
    private readonly organisations: Organisations,
    private readonly people: People,
    private readonly invitations: Invitations,
  ) {}

  async show(token: string): Promise<HeldView | DoorRefusal | { readonly refused: 'unreadable' }> {
    const visit = await this.door.enter(token, 'open', async (at) => ({
      at,
      stored: await this.envelopes.read(at.tx, at.place, at.secret),
      mails: await at.tx.query<SentMail>('select kind, at from door.own_mails()'),
      reasons: await at.tx.query<{ words: string }>('select words from answers.decline_reason'),
    }));
    if ('refused' in visit) return visit;
    const { at, stored, mails, reasons } = visit;
    if (stored === UNREADABLE) return { refused: 'unreadable' };
    const { round, status } = at;
    return {
      ...(await this.named(at)),
      group: labelOf(at.group),
      closes: dateInWords(round.closesAt, round.zone),
      state: status,
      reason: reasons[0]?.words ?? null,
      sheet: stored?.sheet ?? emptySheet,
      mails: mails.map((mail) => ({ name: letterNames[mail.kind].name, at: dateInWords(mail.at, round.zone) })),
    };
  }

  /** In a transaction of its own, whose role sees no envelope and no status. */
  private named({ organisation, place, round }: Visit): Promise<Pick<HeldView, 'name' | 'email' | 'leader' | 'coach' | 'organisation'>> {
    return this.database.as('facet_people', organisation, async (tx) => {
      const [own, school, leader, coach] = [
        await this.invitations.byId(tx, place.invitation),
        await this.organisations.current(tx),
        await this.people.byId(tx, round.leader),
        await this.people.byId(tx, round.coach),
      ];
      if (!own || !leader || !coach) throw new Error('an invitation has a person, and its round a leader and a coach');
      return { name: own.name, email: own.email, leader: leader.name, coach: coach.name, organisation: school.name };
    });
  }
}
