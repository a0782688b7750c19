import { Inject, Injectable } from '@nestjs/common';
import type { RoundView } from '@facet/contract';
import { changedGroups, nextStep, type Onlooker, openGroups, progressInWords, stateOf } from '@facet/domain-round';
import { readCalendar } from '@facet/mail';
import { CONFIGURATION, type Configuration, dateInWords, type Transaction } from '@facet/platform';
import { factsOf, Frameworks, Invitations, Organisations, People, Progress, type Round } from '@facet/store-rounds';
import { choiceDue } from './choice-due';
import { colleagueView } from './colleague-view';
import { nameOfList, toCheck } from './list-to-check';
import { lookOverFor } from './look-over-for';
import { refusedAddresses } from './refused-addresses';
import { releaseOf } from './release-of';
import { remindersOfRound } from './reminders-of-round';

/** The only door from a round's rows to what leader and coach see of it: nothing that tells one colleague's answers from none. */
@Injectable()
export class ViewRound {
  constructor(
    private readonly organisations: Organisations,
    private readonly people: People,
    private readonly frameworks: Frameworks,
    private readonly invitations: Invitations,
    private readonly progress: Progress,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  async view(tx: Transaction, round: Round, as: Onlooker): Promise<RoundView> {
    const { domains } = await this.organisations.current(tx);
    const leader = await this.people.byId(tx, round.leader);
    const coach = await this.people.byId(tx, round.coach);
    const framework = await this.frameworks.byId(tx, round.framework);
    if (!leader || !coach || !framework) throw new Error('a round has a leader, a coach and a framework');
    const invited = await this.invitations.ofRound(tx, round.id);
    const refused = await refusedAddresses(tx, round.id);
    const gone = [...(await this.invitations.takenOut(tx, round.id)), ...(await this.invitations.forgotten(tx, round.id))];
    const changed = changedGroups(round.promise, { asked: invited, takenOut: gone });
    const words = progressInWords(round.promise, await this.progress.ofRound(tx, round.id), changed);
    const looked = lookOverFor(as, { leader, coach, invited, promise: round.promise, domains });
    const closes = dateInWords(round.closesAt, round.zone);
    const confirmed = round.confirmedAt !== null;
    const [date = '', time = ''] = round.closesLocal.split('T');
    const state = stateOf(factsOf(round), tx.now);
    return {
      id: round.id,
      leader: { name: leader.name },
      coach: { name: coach.name },
      framework: { name: framework.content.name, version: framework.version },
      state: state === 'draft' ? 'open' : state,
      as,
      withdrawn: round.withdrawnAt !== null,
      launchedAt: round.launchedAt.toISOString(),
      colleaguesConfirmed: confirmed,
      closes: { at: round.closesAt.toISOString(), words: closes, date, time, zone: round.zone },
      progress: state === 'open' || state === 'closed' ? words : [],
      colleagues: invited
        .filter(({ group }) => group !== 'self')
        .map((one) => colleagueView(one, { refused, marks: looked.marks, domains })),
      list: nameOfList(invited),
      remarks: [...looked.list],
      groups: openGroups(round.promise),
      minimum: round.promise.minimum,
      reminders: state === 'open' ? await remindersOfRound(tx, round, await readCalendar(tx, this.configuration), as) : null,
      next: nextStep(state, as, {
        leader: leader.name,
        coach: coach.name,
        confirmed,
        changes: toCheck(invited).length > 0 && confirmed,
        choiceDue: (await choiceDue(tx, [round])).has(round.id),
        withdrawn: round.withdrawnAt !== null,
        releases: releaseOf(round),
        closes,
      }),
    };
  }
}
