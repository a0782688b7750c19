import type { WordingKey } from './built-in';

/** What each letter is called where people speak of it, and to whom it goes, in the order of a round. */
export const letterNames: Readonly<Record<WordingKey, { readonly name: string; readonly to: string }>> = {
  sign_in: { name: 'Sign in', to: 'whoever asks to sign in' },
  second_factor_reset: { name: 'Second step reset', to: 'whoever had lost their authenticator' },
  check_list: { name: 'Check the list of colleagues', to: 'the coach, when a round is launched' },
  invitation: { name: 'Invitation', to: 'each colleague' },
  own_invitation: { name: 'Invitation to the leader’s own view', to: 'the leader' },
  reminder: { name: 'Reminder', to: 'colleagues who have not answered' },
  own_reminder: { name: 'Reminder of the leader’s own view', to: 'a leader who has not answered' },
  check_additions: { name: 'Check a changed list', to: 'the coach, when the leader adds somebody or puts an address right' },
  taken_out: { name: 'No longer asked', to: 'a colleague whom the coach has taken out' },
  link_replaced: { name: 'Link replaced', to: 'the address that an invitation had before' },
  link_again: { name: 'Your link again', to: 'whoever has lost theirs' },
  wrong_group: { name: 'Wrong group', to: 'the coach, when a colleague says so' },
  coach_assigned: { name: 'You now coach a round', to: 'a coach who takes a round over' },
  coach_changed: { name: 'Another coach', to: 'the leader and the coach before' },
  closing_choice: { name: 'Decision about a closed round', to: 'the coach, when a group has too few answers' },
  unreadable_choice: { name: 'Answers that cannot be read', to: 'the coach, before the report is made without them' },
  answers_unread: { name: 'Your answers could not be read', to: 'whoever gave them' },
  round_cancelled: { name: 'Round cancelled', to: 'everybody who was invited' },
  report_ready: { name: 'Report ready', to: 'the coach' },
  report_released: { name: 'Report released', to: 'the leader' },
  report_waiting: { name: 'Report waiting', to: 'a coach who has not released a report' },
  report_released_itself: { name: 'Report released by itself', to: 'the leader' },
  audit_alarm: { name: 'A report is withheld in part', to: 'every administrator' },
};
