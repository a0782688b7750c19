import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ExpectationsView, FieldError, WriteExpectations } from '@facet/contract';
import { dateInWords, type Principal } from '@facet/platform';
import { Expectations, Frameworks, type KeptExpectation, People } from '@facet/store-rounds';
import { type OpenedRound, RoundDoor } from '../after-launch/round-door';
import { nothingExpected, wrongWithExpected } from './check-expected';

export type NotExpected =
  | { readonly refused: 'not the leader' | 'expectation stands' | 'expectation changed elsewhere' | 'round cancelled' }
  | { readonly refused: 'invalid'; readonly errors: readonly FieldError[] };

/**
 * Before seeing results the leader writes what they expect. It is the leader's alone until the report is released; then the coach
 * reads it too, and it stands as it was. Nothing here knows an answer.
 */
@Injectable()
export class ExpectResults {
  constructor(
    private readonly door: RoundDoor,
    private readonly expectations: Expectations,
    private readonly frameworks: Frameworks,
    private readonly people: People,
  ) {}

  /** Null is "not found": for a coach, there is nothing before the release. */
  read(principal: Principal, id: string): Promise<ExpectationsView | null> {
    return this.door.look(principal, id, async (opened) => {
      const { tx, round, as } = opened;
      if (as === 'coach' && round.releasedAt === null) return null;
      return this.view(opened, await this.expectations.ofRound(tx, round.id));
    });
  }

  async write(
    principal: Principal,
    id: string,
    { version, expected, done }: WriteExpectations,
  ): Promise<ExpectationsView | NotExpected | null> {
    return this.door.lookLocked(principal, id, async (opened): Promise<ExpectationsView | NotExpected> => {
      const { tx, round, as } = opened;
      if (as !== 'leader') return { refused: 'not the leader' };
      if (round.cancelledAt !== null) return { refused: 'round cancelled' };
      const kept = await this.expectations.ofRound(tx, id);
      if (!mayWrite(opened, kept)) return { refused: 'expectation stands' };
      const framework = await this.frameworkOf(opened);
      const errors = wrongWithExpected(expected, framework);
      if (errors.length > 0) return { refused: 'invalid', errors };
      const next = { version: randomUUID(), content: expected, writtenAt: done || kept?.writtenAt ? tx.now : null };
      if (!(await this.expectations.keep(tx, id, version, next))) return { refused: 'expectation changed elsewhere' };
      return this.view(opened, await this.expectations.ofRound(tx, id));
    });
  }

  private async view(opened: OpenedRound, kept: KeptExpectation | null): Promise<ExpectationsView> {
    const { tx, round } = opened;
    const framework = await this.frameworkOf(opened);
    const leader = (await this.people.names(tx, [round.leader])).get(round.leader) ?? '';
    return {
      leader,
      scale: [...framework.scale.points],
      qualities: framework.qualities.map(({ code, name, definition }) => ({ code, name, definition })),
      questions: [...framework.reflection],
      expected: kept?.content ?? nothingExpected(framework),
      version: kept?.version ?? null,
      written: kept?.writtenAt ? dateInWords(kept.writtenAt, round.zone) : null,
      mayWrite: mayWrite(opened, kept),
      released: round.releasedAt !== null,
    };
  }

  private async frameworkOf({ tx, round }: OpenedRound) {
    const framework = await this.frameworks.byId(tx, round.framework);
    if (!framework) throw new Error('a round has a framework');
    return framework.content;
  }
}

/** Once the results may have been seen, what was expected stands; whoever had finished nothing by then may still do so, once. */
const mayWrite = ({ round, as }: OpenedRound, kept: KeptExpectation | null): boolean =>
  as === 'leader' && round.cancelledAt === null && (round.releasedAt === null || !kept?.writtenAt);
