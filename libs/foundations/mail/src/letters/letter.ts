import type { Worded } from '../wording/in-words';

/** What a mail says, before it is set in HTML or in plain text. Every string is plain text, never markup. */
export interface Letter {
  readonly subject: string;
  /** What a mailbox shows beside the subject. */
  readonly preheader: string;
  /** Who asks: the name above the letter and in "From". */
  readonly organisation: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  /** One for each leader it speaks of: a person who is asked about several gets one letter. */
  readonly items: readonly LetterItem[];
  /** What stands below the items, where an organisation words it so. */
  readonly after: readonly string[];
  readonly smallPrint: readonly string[];
  /** The page that says how to tell a genuine mail of this installation from another. */
  readonly genuine: Button;
  /** The page on which its reader can ask for no more of the kind. */
  readonly stop?: Button;
}

/** A letter of one of the kinds; an organisation's own words can take the place of those it has. */
export interface WordedLetter extends Letter {
  readonly worded: Worded;
}

export interface LetterItem {
  /** Set where a letter has several items, so that they can be told apart. */
  readonly heading: string | null;
  /** Few and short: the button should stand on the first screen of a phone. */
  readonly paragraphs: readonly string[];
  readonly button: Button | null;
  /** What is to be read before the button is pressed, but takes more room than there is above it. */
  readonly below?: readonly string[];
  /** What somebody says in words of their own, kept apart from ours. */
  readonly message?: { readonly from: string; readonly words: string };
  /** What to type where the button fails. */
  readonly code: { readonly hint: string; readonly value: string } | null;
}

export interface Button {
  readonly label: string;
  readonly link: string;
}

/** What every letter knows. */
export interface Sender {
  readonly organisation: string;
  /** A person who reads the replies and can say that the mail is genuine. */
  readonly contact: { readonly name: string; readonly email: string };
  /** Whom colleagues can ask about their data, in the organisation's own words; null where it names nobody. */
  readonly dataContact: string | null;
  /** Where this installation is reached, as people read it: "https://facet.example.org". */
  readonly site: string;
}
