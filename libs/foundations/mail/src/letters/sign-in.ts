import type { Letter, Sender } from './letter';
import { howToCheck, whomToAsk } from './said-often';

/** To somebody who asked to sign in. Code and button work only in the browser that asked. */
export interface SignInContext {
  readonly sender: Sender;
  readonly link: string;
  readonly code: string;
  readonly minutes: number;
}

export const signIn = ({ sender, link, code, minutes }: SignInContext): Letter => ({
  subject: 'Sign in to Facet',
  preheader: `The code is good for ${minutes} minutes.`,
  organisation: sender.organisation,
  heading: 'Sign in to Facet',
  paragraphs: [
    `You asked to sign in at ${sender.site}. Press the button in the browser where you asked: ` +
      `it works there only, once, and for ${minutes} minutes.`,
  ],
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
