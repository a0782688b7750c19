import type { GroupCode } from '@facet/domain-round';

export const demoSchool = {
  id: '0facade0-0000-4000-8000-000000000001',
  name: 'Larkmead Academy',
  zone: 'Europe/London',
  domains: ['larkmead.example'],
  safeguardingContact: 'Grace Adeyemi, designated safeguarding lead, on extension 204',
  controller: 'Larkmead Academy, 1 Lark Lane, Larkmead',
  purpose: 'To help the leaders of Larkmead Academy learn and grow in their work. It is not used for pay, appraisal or discipline.',
  contact: 'Tom Ashby, tom.ashby@larkmead.example',
  retentionMonths: 24,
  senderName: null,
};

/** Who may sign in, and what they will find. Every address ends in .example, which no mail system delivers to (RFC 2606). */
export const demoPeople = [
  {
    id: '0facade0-0000-4000-8000-000000000011',
    name: 'Ada Okafor',
    email: 'ada.okafor@larkmead.example',
    role: 'leader',
    tells: 'reads a released report',
  },
  {
    id: '0facade0-0000-4000-8000-000000000012',
    name: 'Ben Fielding',
    email: 'ben.fielding@larkmead.example',
    role: 'leader',
    tells: 'waits until the coach releases the report',
  },
  {
    id: '0facade0-0000-4000-8000-000000000013',
    name: 'Carys Bowen',
    email: 'carys.bowen@larkmead.example',
    role: 'leader',
    tells: 'is collecting answers',
  },
  {
    id: '0facade0-0000-4000-8000-000000000014',
    name: 'Dev Patel',
    email: 'dev.patel@larkmead.example',
    role: 'leader',
    tells: 'has no round yet: launch one',
  },
  {
    id: '0facade0-0000-4000-8000-000000000021',
    name: 'Ines Moreau',
    email: 'ines.moreau@larkmead.example',
    role: 'coach',
    tells: 'coaches all four',
  },
  {
    id: '0facade0-0000-4000-8000-000000000031',
    name: 'Tom Ashby',
    email: 'tom.ashby@larkmead.example',
    role: 'administrator',
    tells: 'sees no answers',
  },
] as const;

export interface DemoColleague {
  readonly name: string;
  readonly group: Exclude<GroupCode, 'self'>;
}

/** Colleagues of every demo round, as a leader would paste them. */
export const demoColleagues: readonly DemoColleague[] = [
  { name: 'Mary Hollis', group: 'line_manager' },
  { name: 'Sam Hill', group: 'peer' },
  { name: 'Jo Brook', group: 'peer' },
  { name: 'Kim Vale', group: 'peer' },
  { name: 'Lee Marsh', group: 'peer' },
  { name: 'Alia Khan', group: 'direct_report' },
  { name: 'Bea Stone', group: 'direct_report' },
  { name: 'Cal Reed', group: 'direct_report' },
  { name: 'Dee Lowe', group: 'direct_report' },
  { name: 'Rowan Pike', group: 'other' },
];

const words: Record<DemoColleague['group'], string> = {
  line_manager: 'line manager',
  peer: 'peer',
  direct_report: 'direct report',
  other: 'governor',
};

export const addressOf = (name: string): string => `${name.toLowerCase().replaceAll(' ', '.')}@larkmead.example`;

export const pastedColleagues = (list: readonly DemoColleague[]): string =>
  list.map(({ name, group }) => `${name} <${addressOf(name)}>, ${words[group]}`).join('\n');
