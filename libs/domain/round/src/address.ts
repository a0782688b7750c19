/** Turns a domain name in any script into its ASCII form (RFC 3492), or null where it has none. */
export type AsciiDomain = (domain: string) => string | null;

export interface Address {
  /** As mail is sent to it: trimmed, the domain in lower case and ASCII, the local part as typed. */
  readonly email: string;
  /** Equal for addresses that differ only by case: one mailbox, one person. */
  readonly mailbox: string;
  /** Equal also for addresses that differ only by a "+tag". */
  readonly owner: string;
  readonly domain: string;
}

export type AddressRefusal =
  'no address' | 'not an address' | 'several addresses' | 'unusual address' | 'non-ASCII local part' | 'address too long';

const INVISIBLE = /[\u200B-\u200D\u2060\uFEFF]/g;
const LOCAL_PART = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const LONGEST_LOCAL_PART = 64;
const LONGEST_ADDRESS = 254;

/**
 * One mail address out of what a person typed or pasted, or why there is none.
 *
 * Space around it, angle brackets, "mailto:" and a dot at the end are taken off. Refused although RFC 5322 knows them:
 * quoted local parts, comments, groups and address literals, which mail software reads in more than one way, and letters
 * beyond ASCII before the "@", which many servers cannot deliver.
 */
export function readAddress(text: string, asciiDomain: AsciiDomain): Address | AddressRefusal {
  const bare = text
    .replace(INVISIBLE, '')
    .trim()
    .replace(/^<(.*)>$/, '$1')
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/\.+$/, '')
    .trim();
  if (bare === '') return 'no address';
  if (/["()[\]\\:]/.test(bare)) return 'unusual address';
  if (/[,;<>]/.test(bare) || bare.split('@').length > 2) return 'several addresses';

  const at = bare.indexOf('@');
  const local = bare.slice(0, at);
  if (at < 1 || /\s/.test(bare)) return 'not an address';
  if (/[^\x00-\x7F]/.test(local)) return 'non-ASCII local part';
  const domain = lowerAsciiDomain(bare.slice(at + 1), asciiDomain);
  if (domain === null || !LOCAL_PART.test(local)) return 'not an address';

  const email = `${local}@${domain}`;
  if (local.length > LONGEST_LOCAL_PART || email.length > LONGEST_ADDRESS) return 'address too long';
  const mailbox = email.toLowerCase();
  return { email, mailbox, owner: mailbox.replace(/\+[^@]*@/, '@'), domain };
}

function lowerAsciiDomain(text: string, asciiDomain: AsciiDomain): string | null {
  const ascii = /[^\x00-\x7F]/.test(text) ? asciiDomain(text) : text;
  const domain = ascii?.toLowerCase() ?? '';
  const labels = domain.split('.');
  const isName = labels.length > 1 && labels.every((label) => LABEL.test(label)) && !/^\d+$/.test(labels.at(-1) ?? '');
  return isName ? domain : null;
}
