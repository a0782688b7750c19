import { Injectable } from '@nestjs/common';
import type { SurveyView } from '@facet/contract';
import { emptySheet } from '@facet/domain-framework';
import { type GroupCode, promiseInWords } from '@facet/domain-round';
import { Database, dateInWords } from '@facet/platform';
import { Envelopes, UNREADABLE } from '@facet/store-answers-envelopes';
import { aboutData, asPromised, Frameworks, frameworkView, Invitations, Organisations, People } from '@facet/store-rounds';
import { type DoorRefusal, SurveyDoor, type Visit } from './survey-door';
import { english } from './words.en';

/** The colleague opens the link: the promise, what is asked, and what they have answered so far. Changes nothing. */
@Injectable()
export class OpenSurvey {
  constructor(
    private readonly door: SurveyDoor,
    private readonly database: Database,
    private readonly envelopes: Envelopes,
    private readonly organisations: Organisations,
    private readonly people: People,
    private readonly frameworks: Frameworks,
    private readonly invitations: Invitations,
  ) {}

  async open(token: string): Promise<SurveyView | DoorRefusal | { readonly refused: 'unreadable' }> {
    const visit = await this.door.enter(token, 'open', async (at) => ({
      at,
      stored: await this.envelopes.read(at.tx, at.place, at.secret),
    }));
    if ('refused' in visit) return visit;
    const { at, stored } = visit;
    if (stored === UNREADABLE) return { refused: 'unreadable' };
    return {
      language: 'en-GB',
      ...(await this.promised(at)),
      closes: { at: at.round.closesAt.toISOString(), words: dateInWords(at.round.closesAt, at.round.zone) },
      rev: stored?.rev ?? 0,
      sent: at.status === 'answered',
      declined: at.status === 'declined',
      sheet: stored?.sheet ?? emptySheet,
      words: english,
    };
  }

  /** Names and sizes of groups are read in a transaction of their own, whose role sees no envelope. */
  private promised({
    round,
    organisation,
    place,
    group,
  }: Visit): Promise<Pick<SurveyView, 'rater' | 'leader' | 'organisation' | 'welcome' | 'framework'>> {
    return this.database.as('facet_people', organisation, async (tx) => {
      const school = await this.organisations.current(tx);
      const [leader, coach, framework, invited] = [
        await this.people.byId(tx, round.leader),
        await this.people.byId(tx, round.coach),
        await this.frameworks.byId(tx, round.framework),
        await this.invitations.ofRound(tx, round.id),
      ];
      const rater = invited.find((one) => one.invitation === place.invitation);
      if (!leader || !coach || !framework || !rater) throw new Error('a round has a leader, a coach, a framework and raters');
      // Colleagues whom the coach has not confirmed yet may never be asked.
      const sizes = (code: GroupCode): number => invited.filter((one) => one.group === code && one.checked).length;
      const promise = promiseInWords({
        leader: leader.name,
        coach: coach.name,
        rater: { name: rater.name, group },
        promise: round.promise,
        invited: { peer: sizes('peer'), direct_report: sizes('direct_report'), other: sizes('other') },
        lineManagers: sizes('line_manager'),
        confirmed: round.confirmedAt !== null,
        closes: dateInWords(round.closesAt, round.zone),
      });
      return {
        rater: { name: rater.name, self: group === 'self' },
        leader: { name: leader.name },
        organisation: { name: school.name, safeguardingContact: school.safeguardingContact },
        framework: frameworkView(framework),
        welcome: {
          ...promise,
          points: [...promise.points, ...aboutData(asPromised(school, round)).map((point) => ({ ...point, folded: true }))],
        },
      };
    });
  }
}
