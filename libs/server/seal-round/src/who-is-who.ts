import { isConfidential, ownerOf } from '@facet/domain-round';
import { asciiDomain, type Transaction } from '@facet/platform';
import type { Invitations } from '@facet/store-rounds';

/** What a seal must know of who people are, in ids of invitations. */
export interface WhoIsWho {
  /** Names of the line managers. */
  readonly managers: ReadonlyMap<string, string>;
  /** For the coach, the leader and each line manager: where the same person is asked as a confidential colleague. */
  readonly asReader: readonly ReadonlySet<string>[];
}

interface Person {
  readonly person: string;
  readonly email: string;
}

const same = (one: Person, other: Person): boolean =>
  one.person === other.person || ownerOf(one.email, asciiDomain) === ownerOf(other.email, asciiDomain);

/** Read in a role that sees no envelope (`facet_people`). */
export async function whoIsWho(tx: Transaction, invitations: Invitations, round: string): Promise<WhoIsWho> {
  const invited = await invitations.ofRound(tx, round);
  const managers = invited.filter(({ group }) => group === 'line_manager');
  const coachAndLeader = await tx.query<Person>(
    'select p.id as person, p.email from people.round r join people.person p on p.id in (r.coach, r.leader) where r.id = $1',
    [round],
  );
  const colleagues = invited.filter(({ group }) => isConfidential(group));
  return {
    managers: new Map(managers.map(({ invitation, name }) => [invitation, name])),
    asReader: [...coachAndLeader, ...managers].map(
      (reader) => new Set(colleagues.filter((colleague) => same(reader, colleague)).map(({ invitation }) => invitation)),
    ),
  };
}
