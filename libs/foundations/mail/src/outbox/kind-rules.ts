import type { MailKind } from '../letters';

/** How a kind of mail is treated on its way. */
export interface KindRule {
  /** What follows when nobody can tell whether it arrived. A second copy has the same Message-ID and the same link. */
  readonly afterUnknown: 'once more' | 'never again';
  /** Pauses between attempts, as multiples of the configured back-off; the last one is used from then on. */
  readonly pauses: readonly [number, ...number[]];
  readonly mostAttempts: number;
  /** Whether it waits for the hours in which colleagues may be written to. */
  readonly rests: boolean;
}

const usual: KindRule = { afterUnknown: 'once more', pauses: [1, 3, 6, 12], mostAttempts: Infinity, rests: false };

/** What differs from the usual. A copy of a reminder nags, and a copy of a sign-in mail confuses: neither leaves a second time. */
const special: Partial<Record<MailKind, Partial<KindRule>>> = {
  invitation: { rests: true },
  reminder: { afterUnknown: 'never again', rests: true },
  round_cancelled: { rests: true },
  taken_out: { rests: true },
  answers_unread: { rests: true },
  link_replaced: { rests: true },
  // Somebody sits and waits for it: two quick tries more, and then the page says to ask again.
  sign_in: { afterUnknown: 'never again', pauses: [0.05], mostAttempts: 3 },
};

export const kindRule = (kind: MailKind): KindRule => ({ ...usual, ...special[kind] });
