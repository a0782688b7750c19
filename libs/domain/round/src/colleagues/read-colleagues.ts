import { readAddress, type Address, type AsciiDomain } from '../address';
import { isConfidential, type InvitedGroupCode } from '../groups';
import { ownerOf } from '../who-is-who/owner-of';
import { LONGEST_NAME, sentences, type BadLine } from './bad-lines';
import { readGroup } from './group-names';
import type { Parts } from './parts';
import { readLines, type FoundBad } from './read-lines';
import { isOutside, oddities } from './warnings';

export interface Colleague {
  readonly line: number;
  readonly name: string;
  /** One plain address, its domain in lower case and ASCII. */
  readonly email: string;
  readonly group: InvitedGroupCode;
  /** The address belongs to none of the organisation's domains. */
  readonly outside: boolean;
}

export interface LineRemark {
  /** Counts from 1. */
  readonly line: number;
  readonly message: string;
}

export interface ColleaguesFound {
  /** Only the lines without a fault. */
  readonly colleagues: readonly Colleague[];
  /** Lines that lack nothing but a group. They are among the errors too. */
  readonly groupless: readonly Omit<Colleague, 'group' | 'outside'>[];
  /** With one of these the list is not taken at all. */
  readonly errors: readonly (LineRemark & { readonly kind: BadLine })[];
  readonly warnings: readonly LineRemark[];
}

export interface LaunchingParties {
  /** The leader's own address. */
  readonly leader: string;
  /** Null while no coach is chosen. */
  readonly coach: { readonly name: string; readonly email: string } | null;
  /** Of the organisation, in ASCII; with none, no address counts as outside. */
  readonly domains: readonly string[];
  readonly asciiDomain: AsciiDomain;
}

interface Listed {
  readonly line: number;
  readonly name: string;
  readonly address: Address;
  /** Null while the leader has not said it. */
  readonly group: InvitedGroupCode | null;
}

/** What a line says, as far as it could be read, and what is wrong with it. */
interface LineRead {
  readonly listed: Listed | null;
  readonly bad: readonly FoundBad[];
}

/**
 * Reads pasted lines (`Name <address>, group`) or CSV with a header (name, email and group in any order; comma, semicolon
 * or tab). Every fault is named by the number of its line; a line may have several.
 */
export function readColleagues(text: string, parties: LaunchingParties): ColleaguesFound {
  const { found, unused } = readLines(text);
  const listed: Listed[] = [];
  const bad: FoundBad[] = [];
  const warnings: LineRemark[] = unused.map(({ line, title }) => ({ line, message: `The column “${clip(title)}” is not used.` }));

  for (const entry of found) {
    if ('kind' in entry) {
      bad.push(entry);
      continue;
    }
    const { listed: colleague, bad: faults } = readColleague(entry.line, entry.parts, listed, parties);
    bad.push(...faults);
    if (!colleague) continue;
    warnings.push(...oddities(colleague, listed, parties.domains).map((message) => ({ line: entry.line, message })));
    listed.push(colleague);
  }
  return {
    colleagues: listed.flatMap(({ line, name, address, group }) =>
      group === null ? [] : [{ line, name, email: address.email, group, outside: isOutside(address.domain, parties.domains) }],
    ),
    groupless: listed.flatMap(({ line, name, address, group }) => (group === null ? [{ line, name, email: address.email }] : [])),
    errors: bad.map(({ line, kind, detail }) => ({ line, kind, message: sentences[kind](clip(detail ?? '')) })),
    warnings,
  };
}

function readColleague(line: number, parts: Parts, earlier: readonly Listed[], parties: LaunchingParties): LineRead {
  const bad: FoundBad[] = [];
  const name = readName(parts.name);
  if (name === '' || name === parts.address.trim()) bad.push({ line, kind: 'no name' });
  if (name.length > LONGEST_NAME) bad.push({ line, kind: 'name too long' });

  const address = readAddress(parts.address, parties.asciiDomain);
  if (typeof address === 'string') bad.push({ line, kind: address, detail: parts.address });
  else if (ownerOf(parties.leader, parties.asciiDomain) === address.owner) return { listed: null, bad: [{ line, kind: 'the leader' }] };

  const group = readGroup(parts.group);
  const noGroup: FoundBad[] = group ? [] : [{ line, kind: parts.group === '' ? 'group missing' : 'group unknown', detail: parts.group }];
  if (typeof address === 'string') return { listed: null, bad: [...bad, ...noGroup] };

  const { coach } = parties;
  if (coach && group && isConfidential(group) && ownerOf(coach.email, parties.asciiDomain) === address.owner)
    bad.push({ line, kind: 'the coach', detail: coach.name });
  const twin = earlier.find((other) => other.address.mailbox === address.mailbox);
  if (twin) bad.push({ line, kind: 'address twice', detail: String(twin.line) });
  return { listed: bad.length > 0 ? null : { line, name, address, group }, bad: [...bad, ...noGroup] };
}

/** One line of space, and without the apostrophe that a spreadsheet export puts before what looks like a formula. */
const readName = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^'(?=[=+\-@])/, '');

const clip = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
