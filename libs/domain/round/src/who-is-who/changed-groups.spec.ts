import { expect, test } from '@jest/globals';
import { changedGroups } from './changed-groups';
import type { RoundPromise } from '../promise';

const groups: RoundPromise['groups'] = [
  { code: 'peer', label: 'Peers with governors and partners', members: ['peer', 'other'] },
  { code: 'direct_report', label: 'Direct reports', members: ['direct_report'] },
];
const changed = (list: Partial<Parameters<typeof changedGroups>[1]>) => changedGroups({ groups }, { asked: [], takenOut: [], ...list });

test('a promised group has changed once a confirmed colleague of any of its groups was taken out', () => {
  expect(changed({ takenOut: [{ group: 'other', checked: true }] })).toEqual(['peer']);
});

test('whoever was taken out before the coach had confirmed them changes nothing: there was no link', () => {
  expect(changed({ takenOut: [{ group: 'other', checked: false }] })).toEqual([]);
});

test('a new link begins with an empty page, and so changes the group', () => {
  expect(changed({ asked: [{ group: 'peer', version: 1 }] })).toEqual([]);
  expect(changed({ asked: [{ group: 'direct_report', version: 2 }] })).toEqual(['direct_report']);
});

test('line managers and the leader stand in no promised group', () => {
  const named = [
    { group: 'line_manager', version: 2, checked: true },
    { group: 'self', version: 2, checked: true },
  ] as const;
  expect(changed({ asked: named, takenOut: named })).toEqual([]);
});
