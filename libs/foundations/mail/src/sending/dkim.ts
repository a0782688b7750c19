import type { DKIMOptions } from 'nodemailer';

/** The key with which an installation signs what it sends, and where its public half is published: selector._domainkey.domain. */
export interface DkimKey {
  readonly domain: string;
  readonly selector: string;
  /** RSA, PEM. */
  readonly privateKey: string;
}

/**
 * What is signed. RFC 8058 asks that both headers about unsubscribing be among it, or else a mail program does not trust them;
 * nodemailer's own list knows only the first.
 */
const SIGNED = [
  ...['From', 'Reply-To', 'To', 'Subject', 'Date', 'Message-ID', 'MIME-Version', 'Content-Type', 'Content-Transfer-Encoding'],
  ...['Auto-Submitted', 'List-Unsubscribe', 'List-Unsubscribe-Post'],
];

export const dkimOptions = ({ domain, selector, privateKey }: DkimKey): DKIMOptions => ({
  domainName: domain,
  keySelector: selector,
  privateKey,
  headerFieldNames: SIGNED.join(':'),
});
