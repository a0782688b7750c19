import { Inject, Injectable } from '@nestjs/common';
import { type RoundSecret, tokenHash, VAULT, type Vault } from '@facet/answer-links';
import type { Framework } from '@facet/domain-framework';
import { type AnswerAct, type AnswerRefusal, type GroupCode, whyNotAnswer } from '@facet/domain-round';
import { Database, type Transaction } from '@facet/platform';
import { LiveStatus, type Place, RoundLocks, type Status } from '@facet/store-answers-envelopes';
import { factsOf, ROUND_COLUMNS, type Round } from '@facet/store-rounds';

/** Someone who holds a living link, inside the transaction in which they may do one thing with it. */
export interface Visit {
  readonly tx: Transaction;
  readonly place: Place;
  readonly organisation: string;
  readonly round: Round;
  readonly framework: Framework;
  readonly secret: RoundSecret;
  readonly group: GroupCode;
  readonly status: Status;
}

/** `unknown` is one answer for every token that opens nothing, whatever the reason. */
export type DoorRefusal = { readonly refused: 'unknown' } | { readonly refused: AnswerRefusal; readonly round: Round };

/**
 * The only way to an envelope while a round is open: one transaction in the role facet_survey, which sees the one invitation
 * that the token belongs to. Nothing that a request names but its bearer decides whose answers it reaches.
 */
@Injectable()
export class SurveyDoor {
  /** A published framework never changes, so it is read once. */
  private readonly frameworks = new Map<string, Framework>();

  constructor(
    private readonly database: Database,
    private readonly status: LiveStatus,
    private readonly locks: RoundLocks,
    @Inject(VAULT) private readonly vault: Vault,
  ) {}

  async enter<Result>(token: string, act: AnswerAct, work: (visit: Visit) => Promise<Result>): Promise<Result | DoorRefusal> {
    const hash = tokenHash(token);
    if (!hash) return { refused: 'unknown' };
    return this.database.as('facet_survey', null, async (tx) => {
      const entered = await this.status.enter(tx, hash);
      if (!entered) return { refused: 'unknown' };
      const { invitation, organisation } = entered;
      if (act !== 'open') {
        await this.locks.keepOpen(tx, entered.round);
        await this.locks.oneAtATime(tx, invitation);
        // Whoever waited may have been taken out meanwhile, or their link replaced: what they send would be somebody else's draft.
        if (!(await this.status.enter(tx, hash))) return { refused: 'unknown' };
      }
      const [round] = await tx.query<Round>(`select ${ROUND_COLUMNS} from people.round where id = $1`, [entered.round]);
      if (!round) throw new Error('an invitation belongs to a round');
      const why = whyNotAnswer(factsOf(round), act, tx.now);
      if (why) return { refused: why, round };
      const secret = await this.vault.get(round.id);
      if (!secret) throw new Error(`the secret of round ${round.id} is not in the key vault`);
      const framework = await this.framework(tx, entered.framework);
      const place = { round: round.id, invitation, framework: entered.framework };
      return work({ tx, place, organisation, round, framework, secret, ...(await this.status.read(tx, invitation)) });
    });
  }

  private async framework(tx: Transaction, id: string): Promise<Framework> {
    const known = this.frameworks.get(id);
    if (known) return known;
    const [row] = await tx.query<{ content: Framework }>('select content from people.framework where id = $1', [id]);
    if (!row) throw new Error('a round is pinned to a framework');
    this.frameworks.set(id, row.content);
    return row.content;
  }
}
