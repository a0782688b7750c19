import { readAddress, type AsciiDomain } from '../address';
import { isOutside, isSharedMailbox, isThrowAway } from '../colleagues/warnings';
import { isConfidential, type GroupCode } from '../groups';
import type { RoundPromise } from '../promise';
import { looksLikeOneOf } from './looks-like';
import { ownerOf } from './owner-of';
import { countWithoutACheck } from './without-a-check';

export interface Named {
  readonly name: string;
  readonly email: string;
}

export interface ListToLookOver {
  readonly leader: Named;
  readonly coach: Named;
  readonly colleagues: readonly (Named & { readonly group: GroupCode })[];
  readonly promise: RoundPromise;
  /** Of the organisation, in ASCII; with none, no address counts as outside. */
  readonly domains: readonly string[];
  readonly asciiDomain: AsciiDomain;
}

export interface LookedOver {
  /** What is unusual about each colleague, in their order; mostly nothing. */
  readonly marks: readonly (readonly string[])[];
  /** What is unusual about several of them together. */
  readonly list: readonly string[];
}

/**
 * What a coach should look at twice before any mail leaves: nothing here is forbidden, and everything may have a good reason. The
 * danger is one person behind two addresses of a small group, who could work out what the others answered.
 */
export function lookOver(listed: ListToLookOver): LookedOver {
  return {
    marks: listed.colleagues.map((colleague) => marksOf(colleague, listed)),
    list: [...sharedDomains(listed), ...smallGroups(listed)],
  };
}

type Listed = ListToLookOver['colleagues'][number];

function marksOf(colleague: Listed, { leader, coach, colleagues, domains, asciiDomain }: ListToLookOver): string[] {
  const { name, email, group } = colleague;
  const marks: string[] = [];
  const mailbox = localPart(email).toLowerCase();
  if (looksLikeOneOf(leader, colleague)) marks.push(`May be ${leader.name}’s own`);
  if (isConfidential(group) && looksLikeOneOf(coach, colleague)) marks.push(`May be ${coach.name}’s own`);
  if (isSharedMailbox(mailbox)) marks.push('Looks like a mailbox that several people read');
  if (isThrowAway(domainOf(email, asciiDomain))) marks.push('A throw-away address');
  else if (isOutside(domainOf(email, asciiDomain), domains)) marks.push('Outside the organisation');
  const others = colleagues.filter((other) => other !== colleague);
  const owner = ownerOf(email, asciiDomain);
  const twin = others.find(
    (other) => ownerOf(other.email, asciiDomain) === owner || looksLikeOneOf(other, colleague) || looksLikeOneOf(colleague, other),
  );
  if (twin) marks.push(twin.name === name ? 'Same name as another colleague' : `May be the same person as ${twin.name}`);
  return marks;
}

/** Several colleagues of one domain outside: whoever runs it could read the mails of all of them. */
function sharedDomains({ colleagues, domains, asciiDomain }: ListToLookOver): string[] {
  const outside = colleagues.map(({ email }) => domainOf(email, asciiDomain)).filter((domain) => isOutside(domain, domains));
  return [...new Set(outside)]
    .map((domain) => ({ domain, addresses: outside.filter((other) => other === domain).length }))
    .filter(({ addresses }) => addresses > 1)
    .map(({ domain, addresses }) => `${addresses} addresses are at ${domain}, outside the organisation.`);
}

/** Groups that are too small, because the coach has moved or taken out somebody, or would be if nobody had looked at their addresses. */
function smallGroups({ leader, colleagues, promise, domains, asciiDomain }: ListToLookOver): string[] {
  const { minimum } = promise;
  return promise.groups.flatMap(({ label, members }) => {
    const group = colleagues
      .filter((colleague) => members.some((code) => code === colleague.group))
      .map(({ email }) => ({ outside: isOutside(domainOf(email, asciiDomain), domains) }));
    if (group.length < minimum)
      return [`${label}: fewer than the ${minimum} who must answer before the group can be shown. ${leader.name} can ask more.`];
    return countWithoutACheck(group) < minimum
      ? [`${label}: this group is large enough only if the people behind its outside addresses are who they seem to be.`]
      : [];
  });
}

const localPart = (email: string): string => email.slice(0, email.lastIndexOf('@'));

function domainOf(email: string, asciiDomain: AsciiDomain): string {
  const address = readAddress(email, asciiDomain);
  return typeof address === 'string' ? email.slice(email.lastIndexOf('@') + 1).toLowerCase() : address.domain;
}
