import { expect, test } from '@jest/globals';
import type { GroupCode, InvitedGroupCode } from '../groups';
import type { RoundPromise } from '../promise';
import { mayBeTakenOut, openGroups, whyNotMove } from './change-the-list';

const promise: RoundPromise = {
  minimum: 3,
  commentMinimum: 5,
  groups: [{ code: 'peer', label: 'Peers with governors and partners', members: ['peer', 'other'] }],
};
const round = { promise, coach: { email: 'ines@school.test' }, asciiDomain: () => null };
const email = 'sam@school.test';
const groups: readonly InvitedGroupCode[] = ['line_manager', 'peer', 'direct_report', 'other'];

test('a colleague can be in the groups that were promised at the launch, or be a line manager', () => {
  expect(openGroups(promise)).toEqual([
    { code: 'line_manager', label: 'Line manager' },
    { code: 'peer', label: 'Peers' },
    { code: 'other', label: 'Governors and partners' },
  ]);
});

test('row 40: nobody changes groups once the coach has confirmed them, whether or not anybody has answered', () => {
  for (const group of groups)
    for (const to of groups) expect(whyNotMove({ email, group, checked: true }, to, round)).toBe('invited already');
});

test('before that the coach moves a colleague into any group that was promised, and into no other', () => {
  const why = (to: InvitedGroupCode) => whyNotMove({ email, group: 'peer', checked: false }, to, round);
  expect(groups.map(why)).toEqual([null, null, 'not promised', null]);
});

test('the leader’s own view is never moved and never taken out', () => {
  for (const checked of [true, false]) expect(whyNotMove({ email, group: 'self', checked }, 'peer', round)).toBe('the leader');
  const all: GroupCode[] = ['self', ...groups];
  expect(all.filter((group) => !mayBeTakenOut({ group }))).toEqual(['self']);
});

test('a line manager who is the coach does not become a confidential colleague by a move', () => {
  const coach = { email: 'Ines+boss@school.test', group: 'line_manager' as const, checked: false };
  expect(whyNotMove(coach, 'peer', round)).toBe('the coach');
  expect(whyNotMove(coach, 'line_manager', round)).toBeNull();
});
