import { Refused } from '@facet/platform';
import type { FinishRefusal } from './finish-sign-on';

const byCode = 'Nothing is lost: begin again, or sign in with a code that we send to your address.';

const words: Readonly<Record<FinishRefusal, { readonly title: string; readonly status: number; readonly detail: string }>> = {
  'no answer': { title: 'Your organisation’s sign-in does not answer just now.', status: 503, detail: byCode },
  'said no': { title: 'You were not signed in there.', status: 400, detail: `It was refused, or broken off. ${byCode}` },
  'not accepted': {
    title: 'That answer could not be trusted.',
    status: 400,
    detail: `You are not signed in. ${byCode} If it happens again, tell whoever runs Facet for you: its log says why.`,
  },
  'not under way': {
    title: 'No sign-in is under way here.',
    status: 400,
    detail: `It counts once, for ten minutes, and only in the browser in which it began. ${byCode}`,
  },
  'not connected': {
    title: 'We do not know yet whose account this is.',
    status: 400,
    detail: 'Sign in with a code that we send to your address. Then connect your account once, on the page that opens.',
  },
  'connected already': {
    title: 'You have connected another account.',
    status: 409,
    detail: 'It still stands. Disconnect it first if you would rather use this one.',
  },
  'somebody else’s': {
    title: 'Somebody else has connected this account.',
    status: 409,
    detail: 'One account signs in one person. Ask whoever runs Facet for you if it should be yours.',
  },
};

export const notSignedOn = (refusal: FinishRefusal): Refused =>
  new Refused({ code: refusal.replaceAll('’', '').replaceAll(' ', '_'), ...words[refusal] });
