import { sealsByItselfAt } from '@facet/domain-round';
import { letters, type MailKind } from '../letters';
import type { Sender, WordedLetter } from '../letters/letter';
import type { CommonFacts, Named, RoundFactsForLetter } from './letter-facts';

/** Letters about one round that carry no link to a survey. */
export type RoundKind = Exclude<MailKind, 'invitation' | 'reminder' | 'link_again' | 'wrong_group' | 'sign_in' | 'second_factor_reset'>;

/** To the coach: an administrator, or else the leader, can say that the letter is genuine. Everybody else asks the coach. */
const toTheCoach: readonly RoundKind[] = [
  'check_list',
  'check_additions',
  'closing_choice',
  'report_ready',
  'report_waiting',
  'coach_assigned',
  'unreadable_choice',
];

export const contactFor = (kind: RoundKind, { administrator }: CommonFacts, { leader, coach }: RoundFactsForLetter): Named =>
  toTheCoach.includes(kind) ? (administrator ?? leader) : coach;

interface RoundLetter {
  readonly sender: Sender;
  readonly recipient: string;
  readonly round: RoundFactsForLetter;
  /** The address of the round's page. */
  readonly page: string;
}

export function letterAboutRound(kind: RoundKind, { sender, recipient, round, page }: RoundLetter): WordedLetter {
  const [leader, coach, zone] = [round.leader.name, round.coach.name, round.zone];
  switch (kind) {
    case 'check_list':
      return letters.check_list({ sender, recipient, leader, closes: { at: round.closesAt, zone }, link: page });
    case 'check_additions':
      return letters.check_additions({ sender, recipient, leader, link: page });
    case 'closing_choice':
      return letters.closing_choice({ sender, recipient, leader, decidedAt: { at: sealsByItselfAt(round.closesAt), zone }, link: page });
    case 'report_ready':
      return letters.report_ready({ sender, recipient, leader, link: `${page}/report` });
    case 'report_released':
      return letters.report_released({ sender, recipient, coach, link: `${page}/report` });
    case 'report_waiting':
      return letters.report_waiting({ sender, recipient, leader, releasesAt: { at: releaseOf(round), zone }, link: `${page}/report` });
    case 'report_released_itself':
      return letters.report_released_itself({ sender, recipient, coach, link: `${page}/report` });
    case 'round_cancelled':
      return letters.round_cancelled({ sender, recipient, leader });
    case 'taken_out':
      return letters.taken_out({ sender, recipient, leader, coach });
    case 'link_replaced':
      return letters.link_replaced({ sender, recipient, leader });
    case 'coach_assigned':
      return letters.coach_assigned({ sender, recipient, leader, link: page });
    case 'coach_changed':
      return letters.coach_changed({ sender, recipient, leader, coach });
    case 'unreadable_choice':
      return letters.unreadable_choice({ sender, recipient, leader, link: page });
    case 'answers_unread':
      return letters.answers_unread({ sender, recipient, leader });
    case 'audit_alarm':
      return letters.audit_alarm({ sender, recipient, leader });
  }
}

/** The claim drops a letter about a release that is not settled. */
function releaseOf({ releasesAt }: RoundFactsForLetter): Date {
  if (!releasesAt) throw new Error('a report that waits has a day of its release');
  return releasesAt;
}
