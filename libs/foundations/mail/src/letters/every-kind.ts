import { ONE_CLICK } from '@facet/platform';
import type { WordingKey } from '../wording/built-in';
import type { Ask } from './ask';
import { letters } from './index';
import type { Sender, WordedLetter } from './letter';

/** Where and when the samples are written; the people in them are made up, and their links lead to pages without a secret. */
export interface SampleSetting {
  readonly sender: Sender;
  readonly zone: string;
  readonly now: Date;
}

const DAYS = 24 * 60 * 60 * 1000;
/** Nothing can be opened with it. */
const CODE = '00000-00000-00000-00000-000000';
const [recipient, leader, coach] = ['Sam Hill', 'Ada Okafor', 'Cleo Marsh'];

/** One letter of each wording, to look at before any is sent. */
export function samplesOf({ sender, zone, now }: SampleSetting): Readonly<Record<WordingKey, WordedLetter>> {
  const closes = { at: new Date(now.getTime() + 14 * DAYS), zone };
  const page = (path: string): string => new URL(path, sender.site).href;
  const asking = (standing: Ask['standing'], message: string) => ({
    sender,
    recipient: standing === 'self' ? leader : recipient,
    asks: [{ leader, standing, closes, minimum: 3, commentMinimum: 5, message, link: page('/s'), code: CODE }],
    now,
  });
  const stop = page(ONE_CLICK.replace(':mail', 'sample'));
  const toCoach = { sender, recipient: coach, leader, link: page('/') };
  const toColleague = { sender, recipient, leader };
  return {
    sign_in: letters.sign_in({ sender, link: page('/sign-in'), code: '000000', minutes: 10 }),
    second_factor_reset: letters.second_factor_reset({ sender, recipient: coach, link: page('/sign-in') }),
    invitation: letters.invitation(asking('confidential', 'I am new in this post.\nPlease be frank.')),
    own_invitation: letters.invitation(asking('self', '')),
    reminder: letters.reminder({ ...asking('confidential', ''), stop }),
    own_reminder: letters.reminder({ ...asking('self', ''), stop }),
    check_list: letters.check_list({ ...toCoach, closes }),
    check_additions: letters.check_additions(toCoach),
    closing_choice: letters.closing_choice({ ...toCoach, decidedAt: closes }),
    report_ready: letters.report_ready(toCoach),
    report_released: letters.report_released({ sender, recipient: leader, coach, link: page('/') }),
    report_waiting: letters.report_waiting({ ...toCoach, releasesAt: closes }),
    report_released_itself: letters.report_released_itself({ sender, recipient: leader, coach, link: page('/') }),
    round_cancelled: letters.round_cancelled(toColleague),
    taken_out: letters.taken_out({ ...toColleague, coach }),
    link_replaced: letters.link_replaced(toColleague),
    link_again: letters.link_again(asking('confidential', '')),
    wrong_group: letters.wrong_group({ ...toCoach, colleague: { name: recipient, group: 'peer' } }),
    coach_assigned: letters.coach_assigned(toCoach),
    coach_changed: letters.coach_changed({ sender, recipient: leader, leader, coach }),
    audit_alarm: letters.audit_alarm({ sender, recipient: sender.contact.name, leader }),
    unreadable_choice: letters.unreadable_choice(toCoach),
    answers_unread: letters.answers_unread(toColleague),
  };
}
