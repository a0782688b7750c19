import * as z from 'zod';

const text = z.string().max(1_000, 'This is longer than 1,000 characters. Shorten it.');

/** What an organisation has set, as a person reads and types it. What each field may be is the server's to say. */
export const OrganisationSettings = z.strictObject({
  name: text,
  /** Mail domains of its own people, "school.example, trust.example". */
  domains: text,
  /** Empty: mails come from the organisation's own name. */
  senderName: text,
  controller: text,
  purpose: text,
  contact: text,
  safeguardingContact: text,
  retentionMonths: text,
  /** IANA name. */
  zone: text,
  /** On which days mail to colleagues may leave; 1 is Monday. */
  mailDays: z.array(z.int().min(1).max(7)).max(7),
  /** "08:00" */
  mailFrom: text,
  mailUntil: text,
  /** One day, or one time from day to day, a line: "25 December 2026", "21 December 2026 to 1 January 2027". */
  closedOn: z.string().max(10_000, 'These are too many days to be read.'),
});
export type OrganisationSettings = z.infer<typeof OrganisationSettings>;

export const SettingsView = z.object({
  organisation: z.object({ id: z.uuid(), name: z.string() }),
  /** Changes with any of them. */
  rev: z.string(),
  settings: OrganisationSettings,
});
export type SettingsView = z.infer<typeof SettingsView>;

/** What saving would do beyond the words that are shown from then on. */
export const SettingsEffects = z.object({
  /** How many reports it would have deleted within a day. */
  deletes: z.int(),
  /** Whole sentences; empty where there is nothing to think about first. */
  says: z.array(z.string()),
});
export type SettingsEffects = z.infer<typeof SettingsEffects>;

export const SaveSettings = z.strictObject({
  settings: OrganisationSettings,
  /** Of what was changed: somebody else's changes meanwhile are not written over. */
  rev: z.string().max(100),
  /** As many deletions as were shown and agreed to; more are not begun. */
  deletes: z.int().min(0),
});
export type SaveSettings = z.infer<typeof SaveSettings>;

export const LookAtSettings = SaveSettings.pick({ settings: true });
export type LookAtSettings = z.infer<typeof LookAtSettings>;
