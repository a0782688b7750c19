import { checkList } from './check-list';
import { closingChoice } from './closing-choice';
import { invitation } from './invitation';
import { reminder } from './reminder';
import { reportReady } from './report-ready';
import { reportReleased } from './report-released';
import { roundCancelled } from './round-cancelled';
import { signIn } from './sign-in';

/** Every kind of mail and how its letter is written. */
export const letters = {
  sign_in: signIn,
  invitation,
  reminder,
  check_list: checkList,
  closing_choice: closingChoice,
  report_ready: reportReady,
  report_released: reportReleased,
  round_cancelled: roundCancelled,
} as const;

export type MailKind = keyof typeof letters;
