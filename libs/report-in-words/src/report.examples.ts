import type { BehaviourReport, QualityReport, ReportView } from '@facet/contract';

const behaviour = (code: string, text: string, rest: Partial<BehaviourReport>): BehaviourReport => ({
  code,
  text,
  self: 4,
  lineManagers: [{ name: 'Mo Line', rating: 4 }],
  groups: [{ mean: 3.875, n: 8 }, { withheld: 'too_few' }],
  allOthers: { mean: 3.888888888888889, n: 9 },
  gap: 0.11111111111111116,
  verdict: 'in_line',
  ...rest,
});

const quality = (code: string, name: string, behaviours: BehaviourReport[], rest: Partial<QualityReport>): QualityReport => ({
  code,
  name,
  definition: `What ${name.toLowerCase()} means.`,
  self: 4,
  lineManagers: [{ name: 'Mo Line', mean: 4 }],
  groups: [{ mean: 3.675 }, { withheld: 'too_few' }],
  allOthers: { mean: 3.675 },
  gap: 0.325,
  verdict: 'in_line',
  classification: 'agree_high',
  agreement: 'mixed',
  behaviours,
  ...rest,
});

const notSeen = { self: null, lineManagers: [{ name: 'Mo Line', rating: null }], gap: null, verdict: null };

/** Peers and direct reports stand together, nobody answered for the governors; behaviour 2.1 was seen by too few. */
export const example: ReportView = {
  round: '7f9c2a34-1111-4222-8333-444455556666',
  state: 'sealed',
  as: 'coach',
  leader: 'Ada Okafor',
  coach: 'Grace Hill',
  organisation: 'Hillside School',
  framework: { name: 'Two qualities', version: 1 },
  sealedOn: '9 December 2026',
  releasedOn: null,
  releasedByItself: false,
  minimum: 3,
  little: false,
  scale: {
    points: ['Not yet seen', 'Seen a little', 'Seen often', 'Seen consistently'].map((label, index) => ({ value: index + 1, label })),
    notObserved: 'Not observed',
  },
  prompts: { seen: 'Where have you seen this?', help: 'What would help?' },
  groups: [
    { code: 'together', label: 'Colleagues, together', raters: 8, withheld: null, folded: ['Peers', 'Direct reports'] },
    { code: 'other', label: 'Governors and partners', raters: null, withheld: 'too_few', folded: [] },
  ],
  rules: { highFrom: 3.1, gapFrom: { quality: 0.375, behaviour: 0.75 } },
  firstPage: { confirmedStrengths: ['1.1'], blindSpots: ['1.2'], hiddenStrengths: [] },
  qualities: [
    quality(
      '1',
      'Listens',
      [behaviour('1.1', 'Hears people out.', {}), behaviour('1.2', 'Asks again.', { gap: 1.5, verdict: 'self_higher' })],
      {},
    ),
    quality(
      '2',
      'Plans',
      [
        behaviour('2.1', 'Looks ahead.', {
          ...notSeen,
          groups: [{ withheld: 'too_few_saw_it' }, { withheld: 'too_few' }],
          allOthers: { withheld: 'too_few_saw_it' },
        }),
      ],
      {
        ...notSeen,
        lineManagers: [{ name: 'Mo Line', mean: null }],
        groups: [{ withheld: 'too_few_saw_it' }, { withheld: 'too_few' }],
        allOthers: { withheld: 'too_few_saw_it' },
        classification: null,
        agreement: null,
      },
    ),
  ],
  comments: {
    withheld: null,
    withheldByCoach: [],
    qualities: [
      {
        quality: '1',
        seen: ['At the gate each morning.', '<img src=x onerror=alert(1)>'],
        help: [],
        lineManagers: [{ name: 'Mo Line', seen: 'In our Monday talks.', help: '' }],
        self: { seen: '', help: 'More time.' },
      },
      { quality: '2', seen: [], help: [], lineManagers: [], self: { seen: '', help: '' } },
    ],
  },
};

/** No confidential number may be shown. */
export const nearlyEmpty: ReportView = {
  ...example,
  little: true,
  firstPage: { confirmedStrengths: [], blindSpots: [], hiddenStrengths: [] },
  groups: example.groups.map(({ label }) => ({ code: 'peer', label, raters: null, withheld: 'too_few', folded: [] })),
  qualities: example.qualities.map((one) => ({
    ...one,
    self: null,
    groups: [{ withheld: 'too_few' }, { withheld: 'too_few' }],
    allOthers: { withheld: 'too_few' },
    gap: null,
    verdict: null,
    classification: null,
    agreement: null,
    behaviours: one.behaviours.map((seen) => ({
      ...seen,
      groups: [{ withheld: 'too_few' }, { withheld: 'too_few' }],
      allOthers: { withheld: 'too_few' },
      gap: null,
      verdict: null,
    })),
  })),
  comments: {
    ...example.comments,
    withheld: 'too_few',
    qualities: example.comments.qualities.map((words) => ({ ...words, seen: [], help: [] })),
  },
};

/** The audit found something in the first quality. */
export const withheldByAudit: ReportView = {
  ...example,
  firstPage: nearlyEmpty.firstPage,
  qualities: example.qualities.map((one) =>
    one.code === '1'
      ? {
          ...one,
          self: null,
          lineManagers: one.lineManagers.map(({ name }) => ({ name, mean: null })),
          groups: one.groups.map(() => ({ withheld: 'audit' })),
          allOthers: { withheld: 'audit' },
          gap: null,
          verdict: null,
          classification: null,
          agreement: null,
          behaviours: one.behaviours.map((seen) => ({
            ...seen,
            groups: seen.groups.map(() => ({ withheld: 'audit' })),
            allOthers: { withheld: 'audit' },
            gap: null,
            verdict: null,
          })),
        }
      : one,
  ),
};

/** Colleagues answered and wrote, and no behaviour had been seen by enough of them. */
export const unseen: ReportView = {
  ...example,
  little: true,
  firstPage: nearlyEmpty.firstPage,
  qualities: example.qualities.map((one) => ({
    ...one,
    ...notSeen,
    lineManagers: one.lineManagers.map(({ name }) => ({ name, mean: null })),
    groups: one.groups.map(() => ({ withheld: 'too_few_saw_it' })),
    allOthers: { withheld: 'too_few_saw_it' },
    classification: null,
    agreement: null,
    behaviours: one.behaviours.map((behaviour) => ({
      ...behaviour,
      groups: behaviour.groups.map(() => ({ withheld: 'too_few_saw_it' })),
      allOthers: { withheld: 'too_few_saw_it' },
      gap: null,
      verdict: null,
    })),
  })),
};
