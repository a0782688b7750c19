export type RoundState = 'draft' | 'open' | 'closed' | 'sealed' | 'released' | 'cancelled';

/** Which state may follow which. A closed round opens again when its closing is moved; nothing leads out of the last two. */
export const legalMoves: Readonly<Record<RoundState, readonly RoundState[]>> = {
  draft: ['open', 'cancelled'],
  open: ['closed', 'cancelled'],
  closed: ['open', 'sealed', 'cancelled'],
  sealed: ['released'],
  released: [],
  cancelled: [],
};

export const mayMove = (from: RoundState, to: RoundState): boolean => legalMoves[from].includes(to);

/** What is written down about a round; null = it has not happened. Everything else follows from the clock. */
export interface RoundFacts {
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  readonly sealedAt: Date | null;
  readonly releasedAt: Date | null;
  readonly cancelledAt: Date | null;
}

/** The state at the instant `now`: open from the very instant of opening up to, and without, the instant of closing. */
export function stateOf(facts: RoundFacts, now: Date): RoundState {
  if (facts.cancelledAt !== null) return 'cancelled';
  if (facts.releasedAt !== null) return 'released';
  if (facts.sealedAt !== null) return 'sealed';
  if (facts.opensAt === null || now < facts.opensAt) return 'draft';
  if (facts.closesAt !== null && now >= facts.closesAt) return 'closed';
  return 'open';
}
