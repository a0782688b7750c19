import type { Address } from '../address';

const sharedMailboxes = new Set(
  ['admin', 'all', 'allstaff', 'contact', 'enquiries', 'everyone', 'governors', 'head', 'hello', 'hr', 'info', 'mail'].concat([
    'noreply',
    'no-reply',
    'office',
    'postmaster',
    'reception',
    'school',
    'secretary',
    'staff',
    'team',
    'teachers',
    'webmaster',
  ]),
);
const throwAway = new Set(
  ['10minutemail.com', 'dispostable.com', 'getnada.com', 'guerrillamail.com', 'mailinator.com', 'maildrop.cc'].concat([
    'sharklasers.com',
    'temp-mail.org',
    'throwawaymail.com',
    'trashmail.com',
    'yopmail.com',
  ]),
);

/** A mailbox, by what stands before the "@" in lower case, that a whole team or office reads. */
export const isSharedMailbox = (localPart: string): boolean => sharedMailboxes.has(localPart);

export const isThrowAway = (domain: string): boolean => throwAway.has(domain);

interface Listed {
  readonly line: number;
  readonly name: string;
  readonly address: Address;
}

/** True for an address that does not belong to one of the organisation's domains or a subdomain; false where none is known. */
export const isOutside = (domain: string, domains: readonly string[]): boolean =>
  domains.length > 0 && !domains.some((own) => domain === own.toLowerCase() || domain.endsWith(`.${own.toLowerCase()}`));

/** What is odd about a colleague, seen beside those on earlier lines. It does not refuse the launch. */
export function oddities({ name, address }: Listed, earlier: readonly Listed[], domains: readonly string[]): string[] {
  const odd: string[] = [];
  const sameOwner = earlier.find((other) => other.address.owner === address.owner);
  if (sameOwner)
    odd.push(`${address.email} and ${sameOwner.address.email} (line ${sameOwner.line}) may be one person. Each gets an invitation.`);
  if (isSharedMailbox(address.mailbox.slice(0, address.mailbox.indexOf('@'))))
    odd.push(`${address.email} looks like a mailbox that several people read: they would share one link and one set of answers.`);
  if (isThrowAway(address.domain)) odd.push(`${address.email} is a throw-away address. The invitation may reach nobody.`);
  else if (isOutside(address.domain, domains)) odd.push(`${address.email} is outside your organisation. Your coach sees this too.`);
  const sameName = earlier.find((other) => other.name.toLowerCase() === name.toLowerCase());
  if (sameName) odd.push(`${name} is also the name on line ${sameName.line}. That is fine if they are two people.`);
  return odd;
}
