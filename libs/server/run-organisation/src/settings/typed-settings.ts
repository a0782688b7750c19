import { createHash } from 'node:crypto';
import type { OrganisationSettings } from '@facet/contract';
import type { MailHours } from '@facet/mail';
import type { Organisation } from '@facet/store-rounds';
import { writeClosedDays } from './closed-days';

/** The settings as they would be typed. */
export const asTyped = (organisation: Organisation, hours: MailHours): OrganisationSettings => ({
  name: organisation.name,
  domains: organisation.domains.join(', '),
  senderName: organisation.senderName ?? '',
  controller: organisation.controller ?? '',
  purpose: organisation.purpose ?? '',
  contact: organisation.contact ?? '',
  safeguardingContact: organisation.safeguardingContact ?? '',
  retentionMonths: String(organisation.retentionMonths),
  zone: organisation.zone,
  mailDays: [...hours.weekdays].toSorted((one, other) => one - other),
  mailFrom: clock(hours.from),
  mailUntil: clock(hours.until),
  closedOn: writeClosedDays(hours.closedOn ?? []),
});

/** The same for the same settings, another for any others. */
export const revOf = (settings: OrganisationSettings): string => createHash('sha256').update(JSON.stringify(settings)).digest('base64url');

/** The names of those that differ. */
export const changedIn = (before: OrganisationSettings, after: OrganisationSettings): (keyof OrganisationSettings)[] =>
  (Object.keys(after) as (keyof OrganisationSettings)[]).filter((name) => String(before[name]) !== String(after[name]));

const clock = ({ hour, minute }: MailHours['from']): string => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
