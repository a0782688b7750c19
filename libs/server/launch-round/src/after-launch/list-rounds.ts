import { Injectable } from '@nestjs/common';
import type { RoundSummary } from '@facet/contract';
import { isReleaseOverdue, nextStep, stateOf } from '@facet/domain-round';
import { Database, dateInWords, type Membership, type Principal, type Transaction } from '@facet/platform';
import { factsOf, Invitations, Organisations, People, type Round, Rounds } from '@facet/store-rounds';
import { ListApprovals } from '../approving/list-approvals';
import { choiceDue } from './choice-due';
import { releaseOf } from './release-of';
import { standing } from './standing';

/** The rounds that somebody leads or coaches, and the lists that they check in a coach's stead, in every organisation they belong to. */
@Injectable()
export class ListRounds {
  constructor(
    private readonly database: Database,
    private readonly rounds: Rounds,
    private readonly people: People,
    private readonly invitations: Invitations,
    private readonly organisations: Organisations,
    private readonly approvals: ListApprovals,
  ) {}

  async list({ memberships }: Principal): Promise<RoundSummary[]> {
    const lists = await Promise.all(
      memberships.map((membership) => this.database.as('facet_people', membership.organisation, (tx) => this.inside(tx, membership))),
    );
    return lists.flat();
  }

  private async inside(tx: Transaction, membership: Membership): Promise<RoundSummary[]> {
    const led = await this.rounds.ledBy(tx, membership.person);
    const coached = await this.rounds.coachedBy(tx, membership.person);
    const rounds = [...led, ...coached];
    const names = await this.people.names(tx, [...new Set(rounds.flatMap(({ leader, coach }) => [leader, coach]))]);
    const waiting = await this.invitations.waitForCheck(
      tx,
      rounds.map(({ id }) => id),
    );
    const due = await choiceDue(tx, rounds);
    const { name: organisation } = await this.organisations.current(tx);
    const own = rounds.flatMap((round) =>
      summary(round, membership, { organisation, names, waits: waiting.has(round.id), choiceDue: due.has(round.id), now: tx.now }),
    );
    return [...own, ...(await this.approvals.list(tx, membership))];
  }
}

interface Around {
  readonly organisation: string;
  readonly names: ReadonlyMap<string, string>;
  /** Somebody waits for the coach's check. */
  readonly waits: boolean;
  readonly choiceDue: boolean;
  readonly now: Date;
}

function summary(round: Round, membership: Membership, { organisation, names, waits, choiceDue: due, now }: Around): RoundSummary[] {
  const as = standing(round, membership);
  if (!as) return [];
  const [leader = '', coach = ''] = [names.get(round.leader), names.get(round.coach)];
  const closes = dateInWords(round.closesAt, round.zone);
  const confirmed = round.confirmedAt !== null;
  const state = stateOf(factsOf(round), now);
  const withdrawn = round.withdrawnAt !== null;
  const reads = as === 'coach' && state === 'sealed' && !withdrawn;
  return [
    {
      id: round.id,
      leader: { name: leader },
      coach: { name: coach },
      state: state === 'draft' ? 'open' : state,
      as,
      colleaguesConfirmed: confirmed && !waits,
      withdrawn,
      organisation,
      choiceDue: due,
      overdue: reads && !round.releaseChosen && round.sealedAt !== null && isReleaseOverdue(round.sealedAt, now),
      dayChosen: reads && round.releaseChosen,
      closes,
      next: nextStep(state, as, {
        ...{ leader, coach, confirmed, changes: confirmed && waits, choiceDue: due, closes, withdrawn },
        releases: releaseOf(round),
      }),
    },
  ];
}
