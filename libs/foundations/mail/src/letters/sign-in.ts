import { inWords } from '../wording/in-words';
import type { Sender, WordedLetter } from './letter';
import { from, howToCheck, whomToAsk } from './said-often';

/** To somebody who asked to sign in. Code and button work only in the browser that asked. */
export interface SignInContext {
  readonly sender: Sender;
  readonly link: string;
  readonly code: string;
  readonly minutes: number;
}

export const signIn = ({ sender, link, code, minutes }: SignInContext): WordedLetter => ({
  ...inWords('sign_in', { site: sender.site, minutes: String(minutes) }),
  preheader: `The code is good for ${minutes} minutes.`,
  ...from(sender),
  items: [
    {
      heading: null,
      paragraphs: [],
      button: { label: 'Sign in', link },
      code: { hint: 'Or type this code on the page where you asked:', value: code },
    },
  ],
  smallPrint: [
    'If you did not ask for this, there is nothing to do: nobody can sign in with it elsewhere. Please tell nobody the code.',
    whomToAsk(sender),
    howToCheck(sender),
  ],
});
