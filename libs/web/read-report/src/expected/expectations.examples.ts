import type { ExpectationsView } from '@facet/contract';
import { example } from '@facet/report-in-words/examples';

/** Ada expects the third point on the first quality, and left the second open. */
export const expectations: ExpectationsView = {
  leader: example.leader,
  scale: example.scale.points,
  qualities: example.qualities.map(({ code, name, definition }) => ({ code, name, definition })),
  questions: [],
  expected: { qualities: [{ code: '1', level: 3, note: 'More than last year.' }], reflection: [] },
  version: example.round,
  written: '1 December 2026',
  mayWrite: false,
  released: true,
};
