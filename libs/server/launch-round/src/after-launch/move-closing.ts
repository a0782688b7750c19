import { Injectable } from '@nestjs/common';
import { recordEvent } from '@facet/audit-log';
import type { FieldError, MoveClosing as Wanted, RoundView } from '@facet/contract';
import { isTooShortAnExtension, stateOf } from '@facet/domain-round';
import { dateInWords, type Principal } from '@facet/platform';
import { factsOf, Rounds } from '@facet/store-rounds';
import { readClosing } from '../prepare/read-closing';
import { RoundDoor } from './round-door';

export type NotMoved = { readonly refused: 'over' } | { readonly refused: 'invalid'; readonly errors: readonly FieldError[] };

/** Moves the closing while nothing is sealed. Once colleagues have been told a time, only to a later one. */
@Injectable()
export class MoveClosing {
  constructor(
    private readonly door: RoundDoor,
    private readonly rounds: Rounds,
  ) {}

  move(principal: Principal, id: string, wanted: Wanted): Promise<RoundView | NotMoved | null> {
    return this.door.change<NotMoved>(principal, id, async ({ tx, round, person }) => {
      const state = stateOf(factsOf(round), tx.now);
      if (state !== 'open' && state !== 'closed') return { refused: 'over' };
      const closing = readClosing(wanted, tx.now);
      if ('field' in closing) return { refused: 'invalid', errors: [closing] };
      if (round.confirmedAt !== null && closing.closesAt < round.closesAt) {
        const told = dateInWords(round.closesAt, round.zone);
        return {
          refused: 'invalid',
          errors: [{ field: 'closing.date', message: `Colleagues were told that they can answer until ${told}. Choose a later time.` }],
        };
      }
      if (round.confirmedAt !== null && closing.closesAt > round.closesAt && isTooShortAnExtension(closing.closesAt, tx.now))
        return { refused: 'invalid', errors: [{ field: 'closing.date', message: 'Give colleagues at least a day more.' }] };
      await this.rounds.moveClosing(tx, id, closing);
      if (closing.closesAt.getTime() !== round.closesAt.getTime())
        recordEvent(tx, { kind: 'closing_moved', by: { person }, round: id, detail: {} });
      return null;
    });
  }
}
