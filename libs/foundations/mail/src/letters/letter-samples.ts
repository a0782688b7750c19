import type { Ask } from './ask';
import { letters } from './index';
import type { InvitationContext } from './invitation';
import type { Sender } from './letter';
import { samplesOf } from './every-kind';

/** What the specs of this library write their letters with. */
export const sender: Sender = {
  organisation: 'Hill Street School',
  contact: { name: 'Priya Nair', email: 'priya@hill.example' },
  dataContact: 'Pat Lowe, pat@hill.example',
  site: 'https://facet.hill.example',
};
export const stop = 'https://facet.hill.example/s/stop/0123.4567';
export const now = new Date('2026-12-06T09:00:00Z');

export const ask = (change: Partial<Ask> = {}): Ask => ({
  leader: 'Ada Okafor',
  standing: 'confidential',
  closes: { at: new Date('2026-12-09T18:00:00Z'), zone: 'Europe/London' },
  minimum: 3,
  commentMinimum: 5,
  message: '',
  link: 'https://facet.hill.example/s#7M3K1',
  code: '7M3K1-99999',
  ...change,
});

export const asking = (asks: readonly Ask[]): InvitationContext => ({ sender, recipient: 'Sam Hill', asks, now });

export const samples = {
  ...samplesOf({ sender, zone: 'Europe/London', now }),
  invitation: letters.invitation(asking([ask({ message: 'I am new in this post.\nPlease be frank.' })])),
  reminder: letters.reminder({ ...asking([ask()]), stop }),
};
