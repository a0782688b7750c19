import type { ChangedList } from '@facet/domain-round';
import type { Transaction } from '@facet/platform';
import type { Invitations } from '@facet/store-rounds';

/** How a round's list has changed; read in a role that sees no envelope and no status. A closed round's does not change any more. */
export const changedList = async (tx: Transaction, invitations: Invitations, round: string): Promise<ChangedList> => ({
  asked: await invitations.ofRound(tx, round),
  takenOut: [...(await invitations.takenOut(tx, round)), ...(await invitations.forgotten(tx, round))],
});
