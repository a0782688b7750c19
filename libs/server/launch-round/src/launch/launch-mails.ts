import { letterAbout, type NewMail } from '@facet/mail';
import type { NewInvitation } from '@facet/store-rounds';
import { invitationMail } from '../after-launch/mails-of-colleague';

interface LaunchedRound {
  readonly round: string;
  readonly coach: string;
  readonly closesAt: Date;
  readonly invited: readonly NewInvitation[];
  readonly now: Date;
}

/** The mails of a launch: the leader's own and the coach's leave at once, everyone else's when the coach has checked the list. */
export function launchMails({ round, coach, closesAt, invited, now }: LaunchedRound): { atOnce: NewMail[]; held: NewMail[] } {
  const invitation = (own: NewInvitation, notBefore: Date | 'held'): NewMail => invitationMail(own, 1, notBefore);
  const checkList: NewMail = { ...letterAbout({ round, kind: 'check_list', person: coach }, now), giveUpAt: closesAt };
  return {
    atOnce: [checkList, ...invited.filter(({ group }) => group === 'self').map((own) => invitation(own, now))],
    held: invited.filter(({ group }) => group !== 'self').map((colleague) => invitation(colleague, 'held')),
  };
}
