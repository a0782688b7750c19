import type { FieldError, OrganisationSettings } from '@facet/contract';
import type { MailHours } from '@facet/mail';
import { readHours } from '@facet/platform';
import type { Organisation } from '@facet/store-rounds';
import * as z from 'zod';
import { Settings } from '../init/settings';
import { readClosedDays } from './closed-days';

const { shape } = Settings;

/** What may be changed later of that which `facet init` asks for, by the same rules. */
const Words = z.object({
  name: shape.name,
  domains: shape.domains,
  senderName: z.union([z.literal('').transform(() => null), shape['sender-name'].unwrap()]),
  controller: shape.controller,
  purpose: shape.purpose,
  contact: shape.contact,
  safeguardingContact: shape['safeguarding-contact'],
  retentionMonths: shape['retention-months'],
  zone: shape.zone,
});

export interface ReadSettings {
  readonly organisation: Omit<Organisation, 'id'>;
  readonly hours: MailHours;
}

/** The settings that were typed, or what is wrong with each field. */
export function readTyped(typed: OrganisationSettings): ReadSettings | readonly FieldError[] {
  const words = Words.safeParse({ ...typed, senderName: typed.senderName.trim() });
  const time = readHours(`${typed.mailFrom}-${typed.mailUntil}`);
  const closedOn = readClosedDays(typed.closedOn);
  const days = [...new Set(typed.mailDays)].toSorted((one, other) => one - other);
  const faults = [
    ...(words.success ? [] : words.error.issues.map(({ path, message }) => fault(String(path[0]), messageFor(path[0], message)))),
    ...(days.length > 0 ? [] : [fault('mailDays', 'Choose at least one day, or no mail to colleagues would ever leave.')]),
    ...(time ? [] : [fault('mailUntil', 'Write two times of one day, the later one here, for instance 08:00 and 18:00.')]),
    ...faultsOfClosed(closedOn),
  ];
  if (!words.success || !time || !isDays(closedOn) || faults.length > 0) return faults;
  return { organisation: words.data, hours: { weekdays: days, ...time, closedOn } };
}

const fault = (field: string, message: string): FieldError => ({ field, message });

/** A union of rules says only that none of them fits. */
const messageFor = (field: PropertyKey | undefined, message: string): string =>
  field === 'senderName' ? 'Write the name that mails come from, in one line of at most 80 characters, or leave it empty.' : message;

function faultsOfClosed(read: ReturnType<typeof readClosedDays>): FieldError[] {
  if (isDays(read)) return [];
  if (read === 'too many') return [fault('closedOn', 'These are more than 400 days. Is there a slip in a year?')];
  const message = `“${read.typed}” is not a day, or not a first and a last day. Write 25 December 2026, or 21 December 2026 to 1 January 2027.`;
  return [{ ...fault('closedOn', message), line: read.line }];
}

const isDays = (read: ReturnType<typeof readClosedDays>): read is readonly string[] => Array.isArray(read);
