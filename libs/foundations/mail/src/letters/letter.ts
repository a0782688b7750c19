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
  readonly smallPrint: readonly string[];
}

export interface LetterItem {
  /** Set where a letter has several items, so that they can be told apart. */
  readonly heading: string | null;
  readonly paragraphs: readonly string[];
  readonly button: Button | null;
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
  /** Where this installation is reached, as people read it: "https://facet.example.org". */
  readonly site: string;
}
