import type { Problem } from '@facet/contract';
import { type Trouble, troubleOf } from '../database/trouble';

/** A refusal that will pass, and in how many seconds it is worth asking again. */
export interface ForNow {
  readonly problem: Problem;
  readonly retryAfter: number;
}

const SAFE = 'Nothing has been done by halves, and what you typed is still in front of you.';

/** Nobody can tell whether the last word before a lost connection was still heard, so none of them says that nothing was changed. */
const words: Readonly<Record<Trouble, { readonly title: string; readonly next: string; readonly retryAfter: number }>> = {
  busy: { title: 'Facet is very busy just now.', next: 'Please try again in a few seconds.', retryAfter: 3 },
  away: { title: 'Facet cannot reach its database just now.', next: 'Please try again in a few seconds.', retryAfter: 5 },
  full: {
    title: 'Facet cannot save anything just now.',
    next: 'Whoever runs Facet for you has to make room first. Please tell them, and try again in a few minutes.',
    retryAfter: 60,
  },
};

/** Null where it will not pass by itself. */
export function problemForNow(error: unknown): ForNow | null {
  const trouble = troubleOf(error);
  if (trouble === null) return null;
  const { title, next, retryAfter } = words[trouble];
  return { problem: { code: 'not_now', title, status: 503, detail: `${SAFE} ${next}` }, retryAfter };
}
