import PostalMime, { type Email } from 'postal-mime';
import { readBlocks, type Fields } from './report-fields';
import { codeOf, forPeople } from './said';

/** What somebody's mail server says about one mail of ours. */
export interface Report {
  /** `failed`: it will never arrive. `delayed`: not yet, or not this time. `complaint`: its reader called it unwanted. */
  readonly kind: 'failed' | 'delayed' | 'complaint';
  /** RFC 3463, such as 5.1.1. */
  readonly status: string | null;
  /** The reply of the SMTP server that refused it. */
  readonly code: number | null;
  /** In the words of that server, for people to read. */
  readonly said: string;
  /** Wherever a return path may stand: one of them may be ours. */
  readonly addresses: readonly string[];
  /** The same for the same report, however often and by whatever way it comes. */
  readonly essence: string;
}

export type Read =
  | { readonly kind: 'report'; readonly report: Report }
  /** Written by a program, and nothing has gone wrong: an absence, a receipt, a delivery. */
  | { readonly kind: 'automatic' }
  | { readonly kind: 'strange'; readonly why: 'unreadable' | 'looping' | 'no report' };

/** Reports are short and flat; the parser gives up on whatever is not. */
const LIMITS = { maxNestingDepth: 20, maxHeadersSize: 100_000, forceRfc822Attachments: true, attachmentEncoding: 'utf8' } as const;
/** The parser is slow where there are very many parts, and reports have three. */
const MOST_PARTS = 1_000;
/** As many hands as no honest mail goes through. */
const MOST_HOPS = 50;

/** Reads a mail that came back: RFC 3464 (it could not be delivered) or RFC 5965 (its reader complained). Never throws, whatever the bytes. */
export async function readReport(bytes: Uint8Array): Promise<Read> {
  if (partsIn(bytes) > MOST_PARTS) return { kind: 'strange', why: 'unreadable' };
  let mail: Email;
  try {
    mail = await PostalMime.parse(bytes, LIMITS);
  } catch {
    return { kind: 'strange', why: 'unreadable' }; // the parser refuses by throwing, and so it does where the bytes confuse it
  }
  if (headers(mail, ['received']).length > MOST_HOPS) return { kind: 'strange', why: 'looping' };
  // Only as the whole mail: an answer that quotes a report is none.
  if (!/^\s*multipart\/report\b/i.test(header(mail, 'content-type'))) return automaticOr(mail, 'no report');
  const delivery = part(mail, ['message/delivery-status', 'message/global-delivery-status']);
  if (delivery !== null) return deliveryReport(mail, delivery);
  const feedback = part(mail, ['message/feedback-report']);
  return feedback === null ? automaticOr(mail, 'no report') : complaint(mail, feedback);
}

/** At most as many as there are lines that may part one from another. */
const partsIn = (bytes: Uint8Array): number =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1').split('\n--').length;

/** The first block is about the mail, each further one about one recipient. We write to one; where that is a list, all must have failed. */
function deliveryReport(mail: Email, text: string): Read {
  const recipients = readBlocks(text).filter((block) => block.has('action'));
  const first = recipients.find(isFailed) ?? recipients.find(isDelayed) ?? recipients[0];
  if (first === undefined) return { kind: 'strange', why: 'no report' };
  if (!isFailed(first) && !isDelayed(first)) return { kind: 'automatic' };
  const said = (first.get('diagnostic-code') ?? '').replace(/^[\w-]+;/, '').trim();
  const status = statusOf(first);
  return {
    kind: 'report',
    report: {
      kind: recipients.every((one) => isFailed(one) && statusOf(one)?.startsWith('5')) ? 'failed' : 'delayed',
      status,
      code: codeOf(said),
      said: forPeople(said) || `status ${status ?? 'unknown'}`,
      addresses: addressedTo(mail),
      essence: text,
    },
  };
}

function complaint(mail: Email, text: string): Read {
  const [about] = readBlocks(text);
  if (about?.has('feedback-type') !== true) return { kind: 'strange', why: 'no report' };
  const type = about.get('feedback-type')?.toLowerCase() ?? '';
  // The other types tell of forged senders, viruses and of mail that was no spam after all.
  if (type !== 'abuse' && type !== 'opt-out') return { kind: 'automatic' };
  const returned = readBlocks(part(mail, ['message/rfc822', 'message/rfc822-headers', 'text/rfc822-headers']) ?? '')[0];
  return {
    kind: 'report',
    report: {
      ...{ kind: 'complaint', status: null, code: null, said: type, essence: text },
      addresses: [...addressedTo(mail), about.get('original-mail-from') ?? '', returned?.get('return-path') ?? ''],
    },
  };
}

const isFailed = (block: Fields): boolean => actionOf(block) === 'failed';
const isDelayed = (block: Fields): boolean => actionOf(block) === 'delayed';
const actionOf = (block: Fields): string => /^[a-z]+/.exec(block.get('action')?.toLowerCase() ?? '')?.[0] ?? '';
const statusOf = (block: Fields): string | null => /^[245]\.\d{1,3}\.\d{1,3}(?!\d)/.exec(block.get('status') ?? '')?.[0] ?? null;

/** Absences and their like say so (RFC 3834), or as the programs before that did. */
function automaticOr(mail: Email, why: 'no report'): Read {
  const submitted = header(mail, 'auto-submitted').trim().toLowerCase();
  const automatic =
    (submitted !== '' && !submitted.startsWith('no')) ||
    /\b(auto_reply|bulk|junk)\b/i.test(header(mail, 'precedence')) ||
    headers(mail, ['x-autoreply', 'x-autorespond', 'x-auto-reply']).length > 0 ||
    /\bdisposition-notification\b/i.test(header(mail, 'content-type'));
  return automatic ? { kind: 'automatic' } : { kind: 'strange', why };
}

/** The return path of the mail is the address of the report; servers on the way write down where they have put it. */
const addressedTo = (mail: Email): string[] => headers(mail, ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to', 'to']);

const headers = (mail: Email, names: readonly string[]): string[] =>
  mail.headers.filter(({ key }) => names.includes(key)).map(({ value }) => value);
const header = (mail: Email, name: string): string => headers(mail, [name])[0] ?? '';

function part(mail: Email, types: readonly string[]): string | null {
  const content = mail.attachments.find(({ mimeType }) => types.includes(mimeType))?.content;
  return typeof content === 'string' ? content : null;
}
