import type { LaunchOptions, LaunchPreview, RoundView } from '@facet/contract';

/** A small school for the specs of this page. */
export const options: LaunchOptions = {
  leader: { name: 'Ada Okafor', email: 'ada@school.example' },
  organisation: { name: 'School', zone: 'Europe/London' },
  frameworks: [
    {
      id: '11111111-1111-4111-8111-111111111111',
      name: 'Leadership',
      version: 2,
      newest: null,
      scale: { points: [{ value: 1, label: 'not yet seen' }], notObserved: 'Not observed' },
      prompts: { seen: 'Where?', help: 'What would help?' },
      qualities: [{ code: '1', name: 'Reflection', definition: 'Thinks first.', behaviours: [{ code: '1.1', text: 'Listens.' }] }],
    },
  ],
  coaches: [
    { id: '22222222-2222-4222-8222-222222222222', name: 'Ruth', email: 'ruth@school.example' },
    { id: '33333333-3333-4333-8333-333333333333', name: 'Mark', email: 'mark@coaching.example' },
  ],
  groups: [
    { code: 'self', label: 'Self', confidential: false },
    { code: 'peer', label: 'Peers', confidential: true },
    { code: 'direct_report', label: 'Direct reports', confidential: true },
  ],
  minimum: { least: 3, usual: 3, most: 5 },
  smallGroup: 4,
  closing: { date: '2026-12-09', time: '18:00' },
  reminders: {
    usual: { firstDays: 7, spacingDays: 3, most: 3, closingSoon: true },
    bounds: { firstDays: { least: 1, most: 30 }, spacingDays: { least: 2, most: 14 }, most: { least: 0, most: 5 } },
  },
  current: null,
};

export const preview: LaunchPreview = {
  read: { colleagues: [{ line: 1, name: 'Sam', email: 'sam@school.example', group: 'peer' }], groupless: [], errors: [], warnings: [] },
  groups: [
    {
      code: 'peer',
      label: 'Peers',
      invited: 3,
      asks: true,
      choices: [
        { value: 'direct_report', label: 'Answer together with direct reports' },
        { value: 'alone', label: 'Stay a group of their own, and perhaps not be shown' },
      ],
      forecast: '3 invited: about one chance in three of being shown.',
    },
  ],
  mail: {
    subject: 'Your view',
    html: '<img src=x onerror=alert(1)>',
    text: 'Dear Sam,\n\n<b>Ada</b> asks.\n\n--\n\nHow to check this mail.\n',
  },
  welcome: {
    heading: 'Your view of Ada',
    identity: 'You are answering as Sam.',
    points: [{ heading: 'Your group', text: 'One of three.' }],
    named: null,
  },
  announcement: 'Dear colleagues, I am asking for honest feedback.',
  closes: 'Wednesday 9 December 2026 at 18:00 (Europe/London)',
  leaves: 'The invitations leave when Ruth has confirmed the list.',
  errors: [],
};

const colleague = { code: 'peer' as const, group: 'Peers', outside: false, needsFixing: null, checked: true, proposed: null, marks: [] };

export const round: RoundView = {
  id: '44444444-4444-4444-8444-444444444444',
  leader: { name: 'Ada Okafor' },
  coach: { name: 'Ruth' },
  framework: { name: 'Leadership', version: 2 },
  state: 'open',
  as: 'leader',
  withdrawn: false,
  launchedAt: '2026-11-24T09:00:00Z',
  colleaguesConfirmed: true,
  closes: {
    at: '2026-12-09T18:00:00Z',
    words: 'Wednesday 9 December 2026 at 18:00 (Europe/London)',
    date: '2026-12-09',
    time: '18:00',
    zone: 'Europe/London',
  },
  progress: [
    { label: 'Peers', word: 'enough' },
    { label: 'Direct reports', word: 'not yet enough' },
  ],
  colleagues: [
    { ...colleague, name: 'Sam', email: 'sam@school.example' },
    { ...colleague, name: 'Gus', email: 'gus@council.example', outside: true, needsFixing: 'no such mailbox' },
  ],
  list: 'list',
  remarks: [],
  groups: [
    { code: 'line_manager', label: 'Line manager' },
    { code: 'peer', label: 'Peers' },
    { code: 'direct_report', label: 'Direct reports' },
  ],
  minimum: 3,
  reminders: {
    schedule: 'Up to 3 reminders for each colleague, at least 3 days apart.',
    ahead: 'Whoever was asked at the start and has not answered by then is reminded on Tuesday 1 December 2026.',
    ask: { may: true, words: 'It counts as one of the 3 that a colleague gets at most.' },
  },
  next: 'Colleagues can answer until Wednesday 9 December.',
};
