import { Injectable } from '@nestjs/common';
import type { RoundView } from '@facet/contract';
import { isOutside, labelOf, nextStep, type Onlooker, stateOf } from '@facet/domain-round';
import { dateInWords, type Transaction } from '@facet/platform';
import { factsOf, Frameworks, Invitations, Organisations, People, Progress, type Round } from '@facet/store-rounds';
import { refusedAddresses } from './refused-addresses';

/** The only door from a round's rows to what leader and coach see of it: nothing that tells one colleague's answers from none. */
@Injectable()
export class ViewRound {
  constructor(
    private readonly organisations: Organisations,
    private readonly people: People,
    private readonly frameworks: Frameworks,
    private readonly invitations: Invitations,
    private readonly progress: Progress,
  ) {}

  async view(tx: Transaction, round: Round, as: Onlooker): Promise<RoundView> {
    const { domains } = await this.organisations.current(tx);
    const leader = await this.people.byId(tx, round.leader);
    const coach = await this.people.byId(tx, round.coach);
    const framework = await this.frameworks.byId(tx, round.framework);
    if (!leader || !coach || !framework) throw new Error('a round has a leader, a coach and a framework');
    const invited = await this.invitations.ofRound(tx, round.id);
    const refused = await refusedAddresses(tx, round.id);
    const enough = await this.progress.ofRound(tx, round.id);
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
      launchedAt: round.launchedAt.toISOString(),
      colleaguesConfirmed: confirmed,
      closes: { at: round.closesAt.toISOString(), words: closes, date, time, zone: round.zone },
      progress: round.promise.groups.map(({ code, label }) => ({ label, word: enough.get(code) ? 'enough' : 'not yet enough' })),
      colleagues: invited
        .filter(({ group }) => group !== 'self')
        .map(({ name, email, group, invitation }) => ({
          name,
          email,
          group: labelOf(group),
          outside: isOutside(domainOf(email), domains),
          needsFixing: refused.get(invitation) ?? null,
        })),
      minimum: round.promise.minimum,
      next: nextStep(state, as, { leader: leader.name, coach: coach.name, confirmed, closes }),
    };
  }
}

const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1);
