import { typedCode } from '@facet/answer-links';
import type { WelcomeView } from '@facet/contract';
import { type GroupCode, type Invited, promiseInWords, type RoundPromise } from '@facet/domain-round';
import { letters, render, reword, type Wording } from '@facet/mail';
import { type Configuration, dateInWords } from '@facet/platform';
import { aboutData, type Organisation, type Person } from '@facet/store-rounds';

/** Stands where a token would: what is shown here opens nothing. */
const NO_TOKEN = 'X'.repeat(26);

export interface ShownRound {
  readonly organisation: Organisation;
  readonly leader: Person;
  /** Null while none is chosen. */
  readonly coach: Person | null;
  /** For whom it is shown: one colleague stands for all. */
  readonly reader: { readonly name: string; readonly group: GroupCode };
  readonly promise: RoundPromise;
  readonly invited: Invited;
  readonly lineManagers: number;
  /** Null while the closing is not readable. */
  readonly closing: { readonly closesAt: Date; readonly zone: string } | null;
  readonly message: string;
  /** The organisation's own words for the invitation, if it has any. */
  readonly wording: Wording | null;
  readonly now: Date;
}

export interface Seen {
  readonly mail: { subject: string; html: string; text: string };
  readonly welcome: WelcomeView;
}

/** The invitation and the page before the first question, word for word as a colleague has them, but for the link. */
export const whatColleaguesSee = (round: ShownRound, configuration: Configuration): Seen => ({
  mail: mailOf(round, configuration),
  welcome: welcomeOf(round),
});

function welcomeOf({ organisation, leader, coach, reader, promise, invited, lineManagers, closing }: ShownRound): WelcomeView {
  const words = promiseInWords({
    ...{ leader: leader.name, coach: coach?.name ?? 'Your coach', rater: reader, promise, invited, lineManagers, confirmed: true },
    closes: closing ? dateInWords(closing.closesAt, closing.zone) : 'the closing time',
  });
  return { ...words, points: [...words.points, ...aboutData(organisation)] };
}

function mailOf(round: ShownRound, { mail: { from }, publicUrl }: Configuration): Seen['mail'] {
  const { organisation, leader, coach, reader, promise, closing, now } = round;
  const letter = letters.invitation({
    sender: {
      organisation: organisation.name,
      contact: coach ?? { name: from.name, email: from.address },
      dataContact: organisation.contact,
      site: publicUrl.origin,
    },
    recipient: reader.name,
    asks: [
      {
        leader: leader.name,
        standing: 'confidential',
        closes: { at: closing?.closesAt ?? now, zone: closing?.zone ?? organisation.zone },
        minimum: promise.minimum,
        commentMinimum: promise.commentMinimum,
        message: round.message,
        link: new URL('/s', publicUrl).href,
        code: typedCode(NO_TOKEN),
      },
    ],
    now,
  });
  return render(reword(letter, round.wording));
}
