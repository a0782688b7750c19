import type { NewMail } from '@facet/mail';
import type { NewInvitation } from '@facet/store-rounds';

interface LaunchedRound {
  readonly round: string;
  readonly coach: string;
  readonly closesAt: Date;
  readonly invited: readonly NewInvitation[];
  readonly now: Date;
}

/** The mails of a launch: the leader's own and the coach's leave at once, everyone else's when the coach has checked the list. */
export function launchMails({ round, coach, closesAt, invited, now }: LaunchedRound): { atOnce: NewMail[]; held: NewMail[] } {
  const invitation = ({ id, person }: NewInvitation, notBefore: Date | 'held'): NewMail => ({
    person,
    kind: 'invitation',
    dedupeKey: `invite:${id}:1`,
    about: null,
    notBefore,
    giveUpAt: 'never',
    items: [{ invitation: id, kind: 'invitation', ordinal: 1 }],
  });
  const checkList: NewMail = {
    person: coach,
    kind: 'check_list',
    dedupeKey: `check_list:${round}`,
    about: round,
    notBefore: now,
    giveUpAt: closesAt,
    items: [],
  };
  return {
    atOnce: [checkList, ...invited.filter(({ group }) => group === 'self').map((own) => invitation(own, now))],
    held: invited.filter(({ group }) => group !== 'self').map((colleague) => invitation(colleague, 'held')),
  };
}
