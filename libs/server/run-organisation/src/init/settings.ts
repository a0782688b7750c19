import { readAddress } from '@facet/domain-round';
import { asciiDomain, readDays, readHours, understood } from '@facet/platform';
import { IANAZone } from 'luxon';
import * as z from 'zod';

// One line of text: what a person reads in a mail's header or on a page. Controls would break either (trust: row 13).
const CONTROL = /[\p{Cc}\u2028\u2029]/u;
const line = (what: string, most: number) =>
  understood((text) => {
    const trimmed = text.trim();
    return trimmed === '' || trimmed.length > most || CONTROL.test(trimmed) ? null : trimmed;
  }, `Write ${what}, in one line of at most ${most} characters.`);

const months = understood((text) => {
  const number = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0;
  return number >= 1 && number <= 120 ? number : null;
}, 'Write a whole number of months from 1 to 120, for instance 24.');

const readDomains = (text: string): string[] | null => {
  const names = text.split(/[,\s]+/).filter((name) => name !== '');
  const domains = names.map((name) => {
    const read = readAddress(`somebody@${name.replace(/^@/, '')}`, asciiDomain);
    return typeof read === 'string' ? null : read.domain;
  });
  return domains.length === 0 || domains.includes(null) ? null : [...new Set(domains.filter((domain) => domain !== null))];
};

const address = understood((text) => {
  const read = readAddress(text, asciiDomain);
  return typeof read === 'string' ? null : read.email;
}, 'Write one email address, for instance ruth.vale@school.example.');

/** Everything that an organisation begins with, each given as text. `facet init` asks for it once. */
export const Settings = z.strictObject({
  name: line('the name of the organisation, as its people know it', 120),
  'administrator-name': line('the name of the person who will look after people and settings', 120),
  'administrator-email': address,
  controller: line('who answers for the data: the name and address of the organisation, or of its trust', 300),
  purpose: line('why colleagues are asked, in a sentence or two', 500),
  contact: line('whom people can ask about their data, with an address or number', 200),
  'safeguarding-contact': line('whom to tell of a safeguarding concern, with an address or number', 200),
  'retention-months': months.prefault('24'),
  zone: understood(
    (text) => (IANAZone.isValidZone(text.trim()) ? text.trim() : null),
    'Write a time zone by its region and city, for instance Europe/London.',
  ),
  domains: understood(readDomains, 'Write the mail domains of your own people, for instance school.example, trust.example.'),
  'mail-days': understood(readDays, 'Write the days on which mail to colleagues may leave, for instance Mon,Tue,Wed,Thu,Fri.').prefault(
    'Mon,Tue,Wed,Thu,Fri',
  ),
  'mail-hours': understood(readHours, 'Write the hours between which mail to colleagues may leave, for instance 08:00-18:00.').prefault(
    '08:00-18:00',
  ),
  'sender-name': line('the name that mails come from', 80).optional(),
});
export type Settings = z.infer<typeof Settings>;
export type SettingName = keyof Settings;

export type SettingsRead =
  { readonly ok: true; readonly settings: Settings } | { readonly ok: false; readonly faults: readonly SettingFault[] };

export interface SettingFault {
  /** As it was written; of a name that is not known here as well. */
  readonly setting: string;
  readonly message: string;
}

/** All settings, or a sentence for each that is missing, wrong or not known. */
export const readSettings = (given: Readonly<Record<string, string>>): SettingsRead => {
  const read = Settings.safeParse(given);
  if (read.success) return { ok: true, settings: read.data };
  const faults = read.error.issues.flatMap((issue): SettingFault[] =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((setting) => ({ setting, message: 'There is no such setting.' }))
      : [{ setting: issue.path.join('.'), message: issue.message }],
  );
  return { ok: false, faults };
};
