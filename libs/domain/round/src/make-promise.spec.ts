import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { confidentialGroups, type ConfidentialGroupCode, type GroupCode, type Invited } from './groups';
import { invitedIn, makePromise } from './make-promise';
import { choices, smallGroups } from './small-groups';

const invited = (peer: number, directReport: number, other: number): Invited => ({ peer, direct_report: directReport, other });
const promised = (...[counts, together, minimum]: Parameters<typeof makePromise>) => {
  const made = makePromise(counts, together, minimum);
  if ('refusals' in made) throw new Error(made.refusals.map(({ message }) => message).join('\n'));
  return made.promise;
};
const refusals = (...[counts, together, minimum]: Parameters<typeof makePromise>) => {
  const made = makePromise(counts, together, minimum);
  return 'refusals' in made ? made.refusals : [];
};

test('groups of four and more are promised as they are, and nobody is asked anything', () => {
  expect(smallGroups(invited(5, 4, 0), 3)).toEqual([]);
  expect(promised(invited(5, 4, 0), {}, 3)).toEqual({
    minimum: 3,
    commentMinimum: 5,
    groups: [
      { code: 'peer', label: 'Peers', members: ['peer'] },
      { code: 'direct_report', label: 'Direct reports', members: ['direct_report'] },
    ],
  });
});

test('a group of three is asked, and may stand by itself or join another', () => {
  expect(smallGroups(invited(5, 3, 0), 3)).toEqual(['direct_report']);
  expect(choices(invited(5, 3, 0), 3, 'direct_report').map(({ value }) => value)).toEqual(['peer', 'alone']);
  expect(promised(invited(5, 3, 0), { direct_report: 'alone' }, 3).groups).toHaveLength(2);
  expect(promised(invited(5, 3, 0), { direct_report: 'peer' }, 3).groups).toEqual([
    { code: 'peer', label: 'Peers with direct reports', members: ['peer', 'direct_report'] },
  ]);
});

test('a group of two is not offered to stand by itself, and is refused when it tries', () => {
  expect(choices(invited(5, 2, 0), 3, 'direct_report').map(({ value }) => value)).toEqual(['peer']);
  expect(refusals(invited(5, 2, 0), { direct_report: 'alone' }, 3)).toMatchObject([{ group: 'direct_report' }]);
});

test('a small group without a choice refuses the launch and says what to do', () => {
  const [refusal] = refusals(invited(5, 1, 0), {}, 3);
  expect(refusal?.message).toBe('Direct reports: 1 invited. Invite more, or choose the group that they answer together with.');
});

test('a group below the minimum with nobody to join must invite more', () => {
  expect(refusals(invited(0, 2, 0), {}, 3)[0]?.message).toContain('Invite at least 3 colleagues');
  expect(refusals(invited(0, 4, 0), {}, 5)[0]?.message).toContain('Invite at least 5 colleagues');
});

test('with a minimum of five a group of four is asked as well, since it can never be shown by itself', () => {
  expect(smallGroups(invited(6, 4, 0), 5)).toEqual(['direct_report']);
  expect(choices(invited(6, 4, 0), 5, 'direct_report').map(({ value }) => value)).toEqual(['peer']);
});

test('two small groups that answer together need one choice between them', () => {
  expect(smallGroups(invited(2, 2, 0), 3)).toEqual(['peer', 'direct_report']);
  expect(smallGroups(invited(2, 2, 0), 3, { direct_report: 'peer' })).toEqual(['direct_report']);
  expect(promised(invited(2, 2, 0), { direct_report: 'peer' }, 3).groups).toHaveLength(1);
});

test('three single colleagues may answer together', () => {
  expect(promised(invited(1, 1, 1), { direct_report: 'peer', other: 'peer' }, 3).groups).toEqual([
    { code: 'peer', label: 'Peers with direct reports, and governors and partners', members: ['peer', 'direct_report', 'other'] },
  ]);
});

test('a chain and a circle of groups are refused', () => {
  expect(refusals(invited(2, 1, 5), { direct_report: 'peer', peer: 'other' }, 3)).toMatchObject([{ group: 'direct_report' }]);
  expect(refusals(invited(2, 2, 0), { direct_report: 'peer', peer: 'direct_report' }, 3)).toHaveLength(2);
});

test('two groups that stay below the minimum even together are refused', () => {
  expect(refusals(invited(1, 1, 6), { direct_report: 'peer' }, 3)[0]?.message).toContain('Peers with direct reports: 2 invited');
});

test('row 52: a confidential group cannot answer together with the line manager or the leader', () => {
  for (const group of ['line_manager', 'self'] as const)
    expect(refusals(invited(5, 2, 0), { direct_report: group }, 3)).toMatchObject([{ group: 'direct_report' }]);
});

test('a choice that a longer list has overtaken counts no more', () => {
  expect(promised(invited(5, 6, 0), { direct_report: 'peer' }, 3).groups).toHaveLength(2);
});

test('row 40: a minimum outside three to five is never promised', () => {
  for (const minimum of [-1, 0, 1, 2, 2.5, 3.5, 6, NaN, Infinity]) expect(refusals(invited(9, 9, 9), {}, minimum)).toHaveLength(1);
});

const count = fc.integer({ min: 0, max: 7 });
const choice = fc.constantFrom<GroupCode | 'alone' | undefined>(
  'peer',
  'direct_report',
  'other',
  'alone',
  'self',
  'line_manager',
  undefined,
);
const anyTogether = fc.record({ peer: choice, direct_report: choice, other: choice, line_manager: choice });

test('whatever is chosen, a promise holds every invited group once and no group below the minimum', () => {
  fc.assert(
    fc.property(fc.tuple(count, count, count), anyTogether, fc.integer({ min: 3, max: 5 }), ([a, b, c], together, minimum) => {
      const counts = invited(a, b, c);
      const made = makePromise(counts, together, minimum);
      if ('refusals' in made) return made.refusals.length > 0;
      const members = made.promise.groups.flatMap((group) => group.members);
      expect([...members].sort()).toEqual(confidentialGroups.filter((code) => counts[code] > 0).sort());
      for (const group of made.promise.groups) {
        expect(group.members[0]).toBe(group.code);
        expect(invitedIn(group, counts)).toBeGreaterThanOrEqual(minimum);
      }
      return true;
    }),
  );
});

test('whoever accepts the first offer for each small group, one at a time, reaches a promise wherever one is possible', () => {
  fc.assert(
    fc.property(count, count, fc.integer({ min: 3, max: 5 }), (peers, reports, minimum) => {
      const counts = invited(peers, reports, 0);
      const together: Partial<Record<ConfidentialGroupCode, ConfidentialGroupCode | 'alone'>> = {};
      for (let asked = smallGroups(counts, minimum)[0]; asked; asked = smallGroups(counts, minimum, together).find((g) => !together[g])) {
        const offer = choices(counts, minimum, asked)[0];
        if (!offer) break;
        together[asked] = offer.value;
      }
      const possible = peers + reports >= minimum;
      expect('promise' in makePromise(counts, together, minimum)).toBe(possible);
    }),
  );
});
