import { Injectable } from '@nestjs/common';
import type { SealChoice as Choice } from '@facet/contract';
import { describeSeal, mayLeaveOut, type SentPerGroup } from '@facet/domain-disclosure';
import { changedGroups, type ConfidentialGroupCode, isDueForClosing, type RoundPromise, sealsByItselfAt } from '@facet/domain-round';
import { Database, dateInWords } from '@facet/platform';
import { EnvelopesOfRound, UnreadableRounds, type UnreadableState } from '@facet/store-answers-envelopes';
import { factsOf, Invitations, Rounds } from '@facet/store-rounds';
import { changedList } from './changed-list';

/** What the coach is told before choosing between an extension and the seal: sentences, never how many. */
@Injectable()
export class SealChoice {
  constructor(
    private readonly database: Database,
    private readonly rounds: Rounds,
    private readonly envelopes: EnvelopesOfRound,
    private readonly unreadable: UnreadableRounds,
    private readonly invitations: Invitations,
  ) {}

  /** Null for whoever is not the coach; `not closed yet` while there is nothing to choose. */
  async read(organisation: string, person: string, id: string): Promise<Choice | 'not closed yet' | null> {
    const list = await this.database.as('facet_people', organisation, (tx) => changedList(tx, this.invitations, id));
    return this.database.as('facet_seal', organisation, async (tx) => {
      const round = await this.rounds.byId(tx, id);
      if (round?.coach !== person) return null;
      if (!isDueForClosing(factsOf(round), tx.now)) return 'not closed yet';
      const unreadable = await this.unreadable.state(tx, id);
      const changed = changedGroups(round.promise, list);
      const sent = await this.envelopes.countSent(tx, id);
      return {
        words: describeSeal(round.promise, sent, { changed }),
        leaveOut: withoutShortGroups(round.promise, sent, changed),
        sealsByItself: dateInWords(sealsByItselfAt(round.closesAt), round.zone),
        ...(unreadable && { unreadable: inWords[unreadable] }),
      };
    });
  }
}

const withoutShortGroups = (promise: RoundPromise, sent: SentPerGroup, changed: readonly ConfidentialGroupCode[]): Choice['leaveOut'] =>
  mayLeaveOut(promise, sent, changed).map((groups) => ({
    groups,
    label: promise.groups.flatMap(({ code, label }) => (groups.includes(code) ? [label] : [])).join(' and '),
    words: describeSeal(promise, sent, { leftOut: groups, changed }),
  }));

/** Never how many: a coach who knew that one is missing could find out whose it is by asking around. */
const inWords: Readonly<Record<UnreadableState, NonNullable<Choice['unreadable']>>> = {
  'tried once': {
    words:
      'Some of the answers could not be opened. All of them are as they were, and it is tried again. ' +
      'An administrator should look at the key vault.',
    mayGoWithout: false,
  },
  'tried again': {
    words:
      'Some of the answers could not be opened, twice. All of them are as they were; an administrator should look at the key vault first. ' +
      'You can also make the report without them. Their authors are then told by mail that their answers are not in it, ' +
      'and a group may become too small to be shown by itself.',
    mayGoWithout: true,
  },
};
