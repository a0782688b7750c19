import { Inject, Injectable } from '@nestjs/common';
import { randomInt } from 'node:crypto';
import { VAULT, type Vault } from '@facet/answer-links';
import { recordEvent } from '@facet/audit-log';
import {
  type AuditReport,
  disclose,
  missesPromise,
  type NotLeftOut,
  poolComments,
  rosterOf,
  type SentPerGroup,
  whyNotLeaveOut,
} from '@facet/domain-disclosure';
import { makeAuditedSnapshot } from '@facet/domain-report';
import { changedGroups, type ConfidentialGroupCode, isDueForClosing, sealsByItselfAt } from '@facet/domain-round';
import { letterAbout, MailRows } from '@facet/mail';
import { Database, type Transaction } from '@facet/platform';
import { EnvelopesOfRound, RoundLocks, SecretDestruction } from '@facet/store-answers-envelopes';
import { SealedRounds } from '@facet/store-answers-released';
import { factsOf, Frameworks, Invitations, type Round, Rounds } from '@facet/store-rounds';
import { AuditAlarm } from './audit-alarm';
import { changedList } from './changed-list';
import { REPORT_AUDIT } from './report-audit';
import { SEAL_WATCHER, type SealWatcher } from './seal-steps';
import { sortAnswers } from './sort-answers';
import { isUnreadable, UnreadableAnswers } from './unreadable-answers';
import { type WhoIsWho, whoIsWho } from './who-is-who';

/** Who wants the seal: the clock, which waits for the promise to be kept or seven days to pass, or the coach, who has chosen. */
export type SealedBy = 'clock' | 'coach' | 'coach, without what cannot be read';

export type SealResult =
  | 'sealed'
  /** Nothing was done, and nothing is wrong: sealed or cancelled before, still open, or waiting for the coach. */
  | 'already done'
  | 'not closed yet'
  | 'waits for the coach'
  /** Nothing was touched. Somebody has to look at the vault. */
  | 'secret missing'
  /** Only the attempt was noted. */
  | 'answers unreadable'
  /** The coach wished to leave out what may not be left out; nothing was touched. */
  | NotLeftOut;

interface Choice {
  readonly by: SealedBy;
  readonly coach: string | undefined;
  readonly leftOut: readonly ConfidentialGroupCode[];
}

interface SealedReport {
  /** Whether the audit found nothing. */
  readonly passed: boolean;
  /** Codes of the qualities that the audit had withheld. */
  readonly withheld: readonly string[];
}

/** Closed round → sealed report, in one transaction. The only code that reads envelopes in bulk. */
@Injectable()
export class SealRound {
  constructor(
    private readonly database: Database,
    @Inject(VAULT) private readonly vault: Vault,
    private readonly locks: RoundLocks,
    private readonly envelopes: EnvelopesOfRound,
    private readonly destruction: SecretDestruction,
    private readonly sealed: SealedRounds,
    private readonly rounds: Rounds,
    private readonly frameworks: Frameworks,
    private readonly invitations: Invitations,
    private readonly mails: MailRows,
    private readonly alarm: AuditAlarm,
    private readonly unreadable: UnreadableAnswers,
    @Inject(REPORT_AUDIT) private readonly audit: AuditReport,
    @Inject(SEAL_WATCHER) private readonly before: SealWatcher,
  ) {}

  /**
   * `leftOut`: codes of promised groups that miss their promise and that the coach leaves out of every number and list. `coach`: whoever
   * has chosen, for the log.
   */
  async seal(
    organisation: string,
    id: string,
    by: SealedBy,
    leftOut: readonly ConfidentialGroupCode[] = [],
    coach?: string,
  ): Promise<SealResult> {
    const { who, list } = await this.database.as('facet_people', organisation, async (tx) => ({
      who: await whoIsWho(tx, this.invitations, id),
      list: await changedList(tx, this.invitations, id),
    }));
    const outcome = await this.database.as('facet_seal', organisation, async (tx): Promise<SealResult | SealedReport> => {
      await this.before('take the lock');
      await this.locks.sealAlone(tx, id);
      const round = await this.rounds.lock(tx, id);
      if (!round || round.sealedAt || round.cancelledAt) return 'already done';
      if (!isDueForClosing(factsOf(round), tx.now)) return 'not closed yet';
      const sent = await this.envelopes.countSent(tx, id);
      if (by === 'clock' && waitsForCoach(round, sent, tx.now)) return 'waits for the coach';
      const refused = whyNotLeaveOut(round.promise, sent, leftOut, changedGroups(round.promise, list));
      if (refused) return refused;
      const result = await this.sealInside(tx, round, who, { by, leftOut, coach });
      await this.before('commit');
      return result;
    });
    if (typeof outcome === 'string') return outcome;
    if (!outcome.passed) this.alarm.sound(id, outcome.withheld);
    return 'sealed';
  }

  private async sealInside(
    tx: Transaction,
    round: Round,
    who: WhoIsWho,
    { by, leftOut, coach }: Choice,
  ): Promise<SealResult | SealedReport> {
    await this.before('read the secret');
    const secret = await this.vault.get(round.id);
    if (!secret) return 'secret missing';
    const framework = await this.frameworks.byId(tx, round.framework);
    if (!framework) throw new Error('a round is pinned to a framework');

    await this.before('open the envelopes');
    const sent = await this.envelopes.sent(tx, round.id, round.framework, secret);
    const lost = sent.filter(isUnreadable);
    if (lost.length > 0 && !(await this.unreadable.mayGoWithout(tx, round, sent, by))) return 'answers unreadable';

    await this.before('fold and count');
    const { content } = framework;
    const { self, lineManagers, confidential, readers } = sortAnswers(sent, who);
    const counted = disclose(content, round.promise, confidential, leftOut);
    const pooled = poolComments(content, round.promise, confidential, (below) => randomInt(below), leftOut);

    await this.before('audit the report');
    const { snapshot, disclosure, comments, audit, withheld } = makeAuditedSnapshot(
      { framework: content, minimum: round.promise.minimum, disclosure: counted, comments: pooled, self, lineManagers },
      rosterOf(round.promise, confidential),
      readers,
      this.audit,
    );

    await this.before('write the cells');
    await this.sealed.writeCells(tx, round.id, disclosure);
    await this.before('write the comments');
    await this.sealed.writeComments(tx, round.id, comments);
    await this.before('write the snapshot');
    await this.sealed.writeSnapshot(tx, round.id, snapshot);
    await this.before('mark as sealed');
    await tx.query('update people.round set sealed_at = $2 where id = $1', [round.id, tx.now]);
    recordEvent(tx, { kind: 'round_sealed', by: coach === undefined ? 'clock' : { person: coach }, round: round.id, detail: {} });
    await this.before('delete the envelopes');
    await this.envelopes.deleteAll(tx, round.id);
    await this.envelopes.forgetWhoAnswered(tx, round.id);
    await this.before('owe the destruction of the secret');
    await this.destruction.owe(tx, round.id);
    await this.before('tell the coach');
    await this.mails.write(tx, [letterAbout({ round: round.id, kind: 'report_ready', person: round.coach }, tx.now)]);
    await this.unreadable.settle(tx, round.id, lost);
    if (!audit.passed) await this.alarm.write(tx, round.id);
    return { passed: audit.passed, withheld };
  }
}

/** True while a group misses what it was promised and the coach still has time to choose. */
const waitsForCoach = ({ promise, closesAt }: Round, sent: SentPerGroup, now: Date): boolean =>
  missesPromise(promise, sent).length > 0 && now < sealsByItselfAt(closesAt);
