import type { Onlooker } from '@facet/domain-round';
import type { Membership } from '@facet/platform';
import type { Round } from '@facet/store-rounds';

/** What somebody is to a round by the roles of this moment; null: nothing, and they learn of nothing. */
export function standing(round: Pick<Round, 'leader' | 'coach'> | null, { person, roles }: Membership): Onlooker | null {
  if (round?.leader === person && roles.includes('leader')) return 'leader';
  if (round?.coach === person && roles.includes('coach')) return 'coach';
  return null;
}
