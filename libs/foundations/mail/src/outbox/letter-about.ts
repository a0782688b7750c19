import type { MailKind } from '../letters';
import type { NewMail } from './mail-rows';

interface About {
  readonly round: string;
  readonly kind: MailKind;
  /** What it was written for, where one round may give several occasions. */
  readonly cause?: string;
}

/** The same letter is written once, however often its occasion is met. */
export const keyAbout = ({ round, kind, cause }: About): string => [kind, round, ...(cause === undefined ? [] : [cause])].join(':');

/** A letter to one person about a round, without a link to the survey. */
export const letterAbout = (about: About & { readonly person: string }, now: Date): NewMail => ({
  person: about.person,
  kind: about.kind,
  dedupeKey: keyAbout(about),
  about: about.round,
  notBefore: now,
  giveUpAt: 'never',
  items: [],
});
