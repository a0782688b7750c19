import type { Ask } from './ask';
import { letters, type MailKind } from './index';
import type { Letter, Sender } from './letter';

const sender: Sender = {
  organisation: 'Hill Street School',
  contact: { name: 'Priya Nair', email: 'priya@hill.example' },
  site: 'https://facet.hill.example',
};
const closes = { at: new Date('2026-12-09T18:00:00Z'), zone: 'Europe/London' };
export const now = new Date('2026-12-06T09:00:00Z');

export const ask = (change: Partial<Ask> = {}): Ask => ({
  leader: 'Ada Okafor',
  standing: 'confidential',
  closes,
  minimum: 3,
  commentMinimum: 5,
  message: '',
  link: 'https://facet.hill.example/s#7M3K1',
  code: '7M3K1-99999',
  ...change,
});

export const asking = (asks: readonly Ask[]): { sender: Sender; recipient: string; asks: readonly Ask[]; now: Date } => ({
  sender,
  recipient: 'Sam Hill',
  asks,
  now,
});

const toCoach = { sender, recipient: 'Cleo Marsh', leader: 'Ada Okafor', link: 'https://facet.hill.example/rounds/1' };

/** One letter of each kind. */
export const samples: Readonly<Record<MailKind, Letter>> = {
  sign_in: letters.sign_in({ sender, link: 'https://facet.hill.example/sign-in#482913', code: '482913', minutes: 10 }),
  invitation: letters.invitation(asking([ask({ message: 'I am new in this post.\nPlease be frank.' })])),
  reminder: letters.reminder(asking([ask()])),
  check_list: letters.check_list({ ...toCoach, closes }),
  check_additions: letters.check_additions(toCoach),
  closing_choice: letters.closing_choice({ ...toCoach, decidedAt: closes }),
  report_ready: letters.report_ready(toCoach),
  report_released: letters.report_released({
    sender,
    recipient: 'Ada Okafor',
    coach: 'Cleo Marsh',
    link: 'https://facet.hill.example/rounds/1/report',
  }),
  round_cancelled: letters.round_cancelled({ sender, recipient: 'Sam Hill', leader: 'Ada Okafor' }),
  taken_out: letters.taken_out({ sender, recipient: 'Sam Hill', leader: 'Ada Okafor', coach: 'Cleo Marsh' }),
  link_replaced: letters.link_replaced({ sender, recipient: 'Sam Hill', leader: 'Ada Okafor' }),
  coach_assigned: letters.coach_assigned(toCoach),
  coach_changed: letters.coach_changed({ sender, recipient: 'Ada Okafor', leader: 'Ada Okafor', coach: 'Cleo Marsh' }),
  unreadable_choice: letters.unreadable_choice(toCoach),
  answers_unread: letters.answers_unread({ sender, recipient: 'Sam Hill', leader: 'Ada Okafor' }),
  audit_alarm: letters.audit_alarm({ sender, recipient: 'Priya Nair', leader: 'Ada Okafor' }),
};
