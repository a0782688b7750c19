import { answersUnread } from './answers-unread';
import { auditAlarm } from './audit-alarm';
import { checkAdditions } from './check-additions';
import { checkList } from './check-list';
import { closingChoice } from './closing-choice';
import { coachAssigned } from './coach-assigned';
import { coachChanged } from './coach-changed';
import { invitation } from './invitation';
import { linkAgain } from './link-again';
import { linkReplaced } from './link-replaced';
import { reminder } from './reminder';
import { reportReady } from './report-ready';
import { reportReleased } from './report-released';
import { reportReleasedItself } from './report-released-itself';
import { reportWaiting } from './report-waiting';
import { roundCancelled } from './round-cancelled';
import { secondFactorReset } from './second-factor-reset';
import { signIn } from './sign-in';
import { takenOut } from './taken-out';
import { unreadableChoice } from './unreadable-choice';
import { wrongGroup } from './wrong-group';

/** Every kind of mail and how its letter is written. */
export const letters = {
  sign_in: signIn,
  second_factor_reset: secondFactorReset,
  invitation,
  reminder,
  check_list: checkList,
  check_additions: checkAdditions,
  closing_choice: closingChoice,
  report_ready: reportReady,
  report_released: reportReleased,
  report_waiting: reportWaiting,
  report_released_itself: reportReleasedItself,
  round_cancelled: roundCancelled,
  taken_out: takenOut,
  link_replaced: linkReplaced,
  link_again: linkAgain,
  wrong_group: wrongGroup,
  coach_assigned: coachAssigned,
  coach_changed: coachChanged,
  audit_alarm: auditAlarm,
  unreadable_choice: unreadableChoice,
  answers_unread: answersUnread,
} as const;

export type MailKind = keyof typeof letters;
