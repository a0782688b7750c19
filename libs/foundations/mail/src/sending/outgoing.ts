import type { RenderedLetter } from '../layout/render';

export interface Mailbox {
  readonly name: string;
  /** One address, already read by domain-round's `readAddress`. */
  readonly address: string;
}

/** One mail to one person, ready to leave. */
export interface OutgoingMail {
  /** Without the angle brackets. The same for every attempt of one row, so that a receiver can see a copy for what it is. */
  readonly messageId: string;
  readonly from: Mailbox;
  /** A human being: replies are read. */
  readonly replyTo: Mailbox;
  readonly to: Mailbox;
  /** Where reports go that it could not be delivered; where it is missing, to the sender. */
  readonly returnPath?: string;
  /** A page on which its reader can ask for no more of the kind, and to which a mail program may post for them (RFC 8058). */
  readonly unsubscribe?: string;
  readonly date: Date;
  readonly letter: RenderedLetter;
}

/** What became of one attempt. */
export type Outcome =
  /** The server took it. */
  | { readonly kind: 'sent'; readonly code: number; readonly reply: string }
  /** The server will never take it for this address. */
  | { readonly kind: 'rejected'; readonly code: number; readonly reply: string }
  /** It was certainly not taken; another time it may be. */
  | { readonly kind: 'later'; readonly code: number | null; readonly reply: string }
  /** The whole body had left when the connection was lost: taken or not, nobody can tell. */
  | { readonly kind: 'unknown'; readonly reply: string };
