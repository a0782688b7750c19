import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { letterAbout, MailRows } from '@facet/mail';
import type { Transaction } from '@facet/platform';
import { type Sealable, UNREADABLE, UnreadableRounds } from '@facet/store-answers-envelopes';
import type { Round } from '@facet/store-rounds';
import type { SealedBy } from './seal-round';

/**
 * Answers that their key does not open. They stop a seal, because what is damaged for a moment would be lost for ever; and they do not
 * stop it for ever, because everybody else's answers are waiting. After a second attempt the coach may seal without them.
 */
@Injectable()
export class UnreadableAnswers {
  constructor(
    private readonly rounds: UnreadableRounds,
    private readonly mails: MailRows,
  ) {}

  /** Whether the seal may go on without these. Where nothing at all can be read it is the secret that is wrong, and nobody may. */
  async mayGoWithout(tx: Transaction, round: Round, answers: readonly Sealable[], by: SealedBy): Promise<boolean> {
    if (answers.every(isUnreadable)) return false;
    if (by === 'coach, without what cannot be read' && (await this.rounds.state(tx, round.id)) === 'tried again') return true;
    await this.rounds.note(tx, round.id);
    if ((await this.rounds.state(tx, round.id)) === 'tried again') await this.askCoach(tx, round);
    return false;
  }

  /** In the seal's own transaction: the round is past, and whoever wrote what could not be opened is told. */
  async settle(tx: Transaction, round: string, answers: readonly Sealable[]): Promise<void> {
    // The seal may not know whose invitation it is, so a door writes the row; ids in an order that says nothing of who answered when.
    for (const invitation of answers.map((answer) => answer.invitation).toSorted())
      await tx.query('select door.tell_unread($1, $2, $3)', [randomUUID(), invitation, tx.now]);
    await this.rounds.forget(tx, round);
  }

  private async askCoach(tx: Transaction, { id, coach }: Round): Promise<void> {
    await this.mails.write(tx, [letterAbout({ round: id, kind: 'unreadable_choice', person: coach }, tx.now)]);
  }
}

export const isUnreadable = ({ stored }: Sealable): boolean => stored === UNREADABLE;
