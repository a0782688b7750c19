import { Injectable } from '@nestjs/common';
import { WhoseRound } from '@facet/accounts';
import { hasOwnView, type Snapshot, withholdComments, type WithheldCount } from '@facet/domain-report';
import type { Onlooker } from '@facet/domain-round';
import { Database, type Membership, type Principal, type Transaction } from '@facet/platform';
import { Snapshots } from '@facet/store-answers-released';
import { Expectations, type Round, Rounds } from '@facet/store-rounds';
import { type WithheldComment, WithheldComments } from './desk/withheld-comments';

/** A sealed round in the hands of somebody who may read it, inside one transaction of its own organisation. */
interface Opened {
  readonly tx: Transaction;
  readonly round: Round;
  readonly reader: string;
}

/** The report as every reader gets it: what its coach withholds is not in it. */
export interface OpenedReport extends Opened {
  readonly as: Onlooker;
  readonly snapshot: Snapshot;
  readonly withheldByCoach: readonly WithheldCount[];
}

/** Everything, for the coach alone: what they withhold too. */
export interface OpenedDesk extends Opened {
  readonly sealed: Snapshot;
  readonly withheld: readonly WithheldComment[];
}

/** The coach learns of the first two, the leader of the last, both of one that was withdrawn; for everyone else there is nothing here. */
export interface NoReport {
  readonly refused: 'not sealed' | 'cancelled' | 'withdrawn' | 'expectation first';
}

type Find = (tx: Transaction, id: string) => Promise<Round | null>;

/** The coach reads as soon as the round is sealed, its leader once the report is released. Null is "not found", for everyone else. */
@Injectable()
export class ReportDoor {
  constructor(
    private readonly database: Database,
    private readonly whose: WhoseRound,
    private readonly rounds: Rounds,
    private readonly snapshots: Snapshots,
    private readonly withheld: WithheldComments,
    private readonly expectations: Expectations,
  ) {}

  /** With the round's row locked, so that two presses come one after the other. */
  toChange<Result>(principal: Principal, id: string, work: (opened: OpenedReport) => Promise<Result>): Promise<Result | NoReport | null> {
    return this.enter(principal, id, this.locked, (opened, as, desk) => this.asReader(opened, as, desk, work));
  }

  toRead<Result>(principal: Principal, id: string, work: (opened: OpenedReport) => Promise<Result>): Promise<Result | NoReport | null> {
    return this.enter(principal, id, this.plain, (opened, as, desk) => this.asReader(opened, as, desk, work));
  }

  /** The coach's desk, with the round's row locked. */
  toDesk<Result>(principal: Principal, id: string, work: (desk: OpenedDesk) => Promise<Result>): Promise<Result | NoReport | null> {
    return this.enter(principal, id, this.locked, (_, as, desk) => (as === 'coach' ? work(desk) : Promise.resolve(null)));
  }

  private readonly locked: Find = (tx, id) => this.rounds.lock(tx, id);
  private readonly plain: Find = (tx, id) => this.rounds.byId(tx, id);

  private async asReader<Result>(
    { tx, round, reader }: Opened,
    as: Onlooker,
    { sealed, withheld }: OpenedDesk,
    work: (opened: OpenedReport) => Promise<Result>,
  ): Promise<Result | NoReport> {
    if (as === 'leader' && !hasOwnView(sealed) && !(await this.expectations.ofRound(tx, round.id))?.writtenAt)
      return { refused: 'expectation first' };
    const { report, withheld: withheldByCoach } = withholdComments(sealed, withheld);
    return work({ tx, round, reader, as, snapshot: report, withheldByCoach });
  }

  private async enter<Result>(
    principal: Principal,
    id: string,
    find: Find,
    work: (opened: Opened, as: Onlooker, desk: OpenedDesk) => Promise<Result>,
  ): Promise<Result | NoReport | null> {
    const membership = await this.whose.membership(principal, id);
    if (!membership) return null;
    return this.database.as('facet_report', membership.organisation, async (tx) => {
      const round = await find(tx, id);
      const as = round && readerOf(round, membership);
      if (!round || !as) return null;
      if (round.cancelledAt) return { refused: 'cancelled' };
      if (round.withdrawnAt) return { refused: 'withdrawn' };
      const sealed = await this.snapshots.ofRound(tx, id);
      if (!sealed) return { refused: 'not sealed' };
      const opened = { tx, round, reader: membership.person };
      return work(opened, as, { ...opened, sealed, withheld: await this.withheld.ofRound(tx, id) });
    });
  }
}

/** A leader learns that a report was withdrawn before its release too: they wait for it. */
function readerOf({ leader, coach, releasedAt, withdrawnAt }: Round, { person, roles }: Membership): Onlooker | null {
  if (coach === person && roles.includes('coach')) return 'coach';
  if (leader === person && roles.includes('leader') && (releasedAt ?? withdrawnAt)) return 'leader';
  return null;
}
