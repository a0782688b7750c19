import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { InvitedGroupCode } from '../groups';
import { lookOver, type ListToLookOver } from './look-over';

type Colleague = ListToLookOver['colleagues'][number];

const colleague = (name: string, email: string, group: InvitedGroupCode = 'peer'): Colleague => ({ name, email, group });
const look = (...colleagues: Colleague[]) =>
  lookOver({
    leader: { name: 'Ada Okafor', email: 'ada.okafor@school.test' },
    coach: { name: 'Ines Moreau', email: 'ines@school.test' },
    colleagues,
    promise: { minimum: 3, commentMinimum: 5, groups: [{ code: 'peer', label: 'Peers', members: ['peer'] }] },
    domains: ['school.test'],
    asciiDomain: () => null,
  });
const marksOf = (name: string, email: string, group?: InvitedGroupCode) => look(colleague(name, email, group)).marks[0];

test('about an ordinary list there is nothing to say', () => {
  const found = look(...['Sam', 'Bo', 'Kim'].map((name) => colleague(`${name} Hill`, `${name.toLowerCase()}.hill@school.test`)));
  expect(found).toEqual({ marks: [[], [], []], list: [] });
});

test('row 15: addresses outside, throw-away addresses and mailboxes of several people are marked', () => {
  expect(marksOf('Gus Ward', 'gus@council.test')).toEqual(['Outside the organisation']);
  expect(marksOf('Gus Ward', 'gus@mailinator.com')).toEqual(['A throw-away address']);
  expect(marksOf('The Office', 'Office@school.test')).toEqual(['Looks like a mailbox that several people read']);
});

test.each([
  'ada.okafor@mail.test',
  'AdaOkafor+x@mail.test',
  'okafor.ada@mail.test',
  'aokafor@mail.test',
  'okafora@mail.test',
  'ada-okafor@other.school.test',
])('an address that looks like the leader’s own is marked: %s', (email) => {
  expect(marksOf('Sam Hill', email)).toContain('May be Ada Okafor’s own');
});

test('the leader’s or the coach’s name at another address is marked; a line manager may be the coach', () => {
  expect(marksOf('ADA OKAFOR', 'x@school.test')).toContain('May be Ada Okafor’s own');
  expect(marksOf('Ines Moreau', 'x@school.test')).toContain('May be Ines Moreau’s own');
  expect(marksOf('Ines Moreau', 'x@school.test', 'line_manager')).toEqual([]);
});

test('row 10: one person behind two addresses is marked at both', () => {
  const { marks } = look(colleague('Sam Hill', 'sam.hill@school.test'), colleague('S Work', 'sam.hill+work@school.test'));
  expect(marks).toEqual([['May be the same person as S Work'], ['May be the same person as Sam Hill']]);
});

test('several addresses of one domain outside are counted, those of the organisation are not', () => {
  const list = ['a', 'b', 'c'].map((name) => colleague(`Person ${name}`, `${name}@council.test`));
  expect(look(...list).list[0]).toBe('3 addresses are at council.test, outside the organisation.');
  expect(look(...list.map(({ name, email }) => colleague(name, email.replace('council', 'school')))).list).toEqual([]);
});

test('a group that is large enough only by its outside addresses is named', () => {
  const group = (...emails: string[]) => look(...emails.map((email, at) => colleague(`Person ${'abcd'.charAt(at)}`, email))).list;
  const named: unknown = expect.stringMatching(/^Peers: this group is large enough only if/);
  expect(group('a@school.test', 'b@council.test', 'c@trust.test')).toEqual([named]);
  expect(group('a@school.test', 'b@school.test', 'c@trust.test')).toEqual([]);
});

test('a group that the coach has made too small to be shown is named', () => {
  const [peer, other] = [colleague('Sam Hill', 'sam@school.test'), colleague('Bo Lee', 'bo@school.test')];
  expect(look(peer, other).list).toEqual([
    'Peers: fewer than the 3 who must answer before the group can be shown. Ada Okafor can ask more.',
  ]);
});

test('the order of a list changes nothing about anybody’s marks', () => {
  const one = fc.record({
    name: fc.constantFrom('Sam Hill', 'Ada Okafor', 'Bo Lee', 'Ines Moreau'),
    email: fc.constantFrom('sam.hill@school.test', 'ada.okafor@x.test', 'all@school.test', 'bo@y.test', 'slee@y.test'),
    group: fc.constantFrom<InvitedGroupCode>('peer', 'other', 'line_manager'),
  });
  fc.assert(
    fc.property(fc.uniqueArray(one, { selector: ({ email }) => email, maxLength: 5 }), (list) => {
      const forwards = look(...list).marks.map((marks) => marks.length);
      const backwards = look(...list.toReversed()).marks.map((marks) => marks.length);
      expect(backwards.toReversed()).toEqual(forwards);
    }),
  );
});
