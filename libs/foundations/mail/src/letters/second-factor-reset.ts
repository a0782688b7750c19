import { inWords } from '../wording/in-words';
import type { Sender, WordedLetter } from './letter';
import { from, howToCheck, whomToAsk } from './said-often';

/** To somebody whose authenticator an administrator has taken off, so that nobody does it behind their back. */
export interface SecondFactorResetContext {
  readonly sender: Sender;
  readonly recipient: string;
  readonly link: string;
}

export const secondFactorReset = ({ sender, recipient, link }: SecondFactorResetContext): WordedLetter => ({
  ...inWords('second_factor_reset', { recipient, organisation: sender.organisation, site: sender.site }),
  preheader: 'Your authenticator no longer counts.',
  ...from(sender),
  items: [{ heading: null, paragraphs: [], button: { label: 'Go to the sign-in page', link }, code: null }],
  smallPrint: [
    'If you have not asked for this, reply to this mail at once: whoever can read your mail could sign in now.',
    whomToAsk(sender),
    howToCheck(sender),
  ],
});
