import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { RoundPromise } from '../promise';
import { readAdditions } from './read-additions';

const parties = {
  leader: 'ada@school.test',
  coach: { name: 'Ines Moreau', email: 'ines@coaching.test' },
  domains: ['school.test'],
  asciiDomain: () => null,
};
const promise: RoundPromise = { minimum: 3, commentMinimum: 5, groups: [{ code: 'peer', label: 'Peers', members: ['peer'] }] };
const list = {
  promise,
  asked: [{ email: 'ada@school.test' }, { email: 'sam@school.test' }],
  takenOut: [{ email: 'max@school.test' }],
};
const read = (...lines: string[]) => readAdditions(lines.join('\n'), parties, list);
const errors = (...lines: string[]) => read(...lines).errors.map(({ line, message }) => `${line}: ${message}`);

test('a colleague is added to a group that was promised at the launch, or as a line manager', () => {
  expect(read('Bo Lee <bo@school.test>, peer', 'Ruth Vale <ruth@school.test>, line manager')).toMatchObject({
    colleagues: [
      { email: 'bo@school.test', group: 'peer' },
      { email: 'ruth@school.test', group: 'line_manager' },
    ],
    errors: [],
  });
});

test('a group that nobody was invited to at the launch takes nobody later: the promise stays as it was', () => {
  expect(errors('Bo Lee <bo@school.test>, direct report')).toEqual([
    '1: Direct reports: nobody was invited there at the launch, and what was promised then does not change. Use line manager or peers.',
  ]);
});

test('row 9: whoever is asked already is not asked twice, whatever the capitals', () => {
  expect(errors('Sam Hill <SAM@School.test>, peer')).toEqual([
    '1: SAM@school.test is asked already. Each colleague is invited once, in one group.',
  ]);
});

test('row 40: whoever was taken out does not come back into another group, under a tagged address either', () => {
  for (const email of ['max@school.test', 'Max+new@school.test'])
    expect(errors(`Max Day <${email}>, peer`)).toEqual([`1: ${email} was taken out of this round and is not asked again in it.`]);
});

test('the rules of the launch hold: not the leader, not the coach, and every fault by its line', () => {
  expect(
    errors(
      'Bo Lee <bo@school.test>, peer',
      'Me <ada+me@school.test>, peer',
      'It <ines@coaching.test>, peer',
      'Sam <sam@school.test>, peer',
    ),
  ).toEqual([
    expect.stringMatching(/^2: This is your own address/),
    expect.stringMatching(/^3: Ines Moreau is the coach/),
    expect.stringMatching(/^4: sam@school.test is asked already/),
  ]);
});

test('a round never grows beyond what one list may hold', () => {
  const asked = Array.from({ length: 199 }, (_, at) => ({ email: `p${at}@school.test` }));
  const found = readAdditions('Bo <bo@school.test>, peer\nKim <kim@school.test>, peer', parties, { ...list, asked });
  expect(found.errors).toMatchObject([{ line: 2 }]);
});

test('whatever is added, nobody of the list, no leader, no coach and no strange group gets in', () => {
  const local = fc.constantFrom('ada', 'ADA+x', 'sam', 'Sam', 'max+1', 'bo', 'kim', 'lee');
  const group = fc.constantFrom('peer', 'direct report', 'governor', 'line manager');
  fc.assert(
    fc.property(fc.array(fc.tuple(local, group), { minLength: 1, maxLength: 8 }), (pairs) => {
      const { colleagues } = read(...pairs.map(([name, code]) => `Name ${name} <${name}@school.test>, ${code}`));
      for (const { email, group: code } of colleagues) {
        expect(email).toMatch(/^(bo|kim|lee)@/);
        expect(['peer', 'line_manager']).toContain(code);
      }
    }),
  );
});
