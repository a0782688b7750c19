import { expect, test } from '@jest/globals';
import { options } from '../example';
import { emptyDraft, requestOf } from './draft';
import { eachOnce, objectionsTo, standing } from './objections';

const draft = { ...emptyDraft(options, '44444444-4444-4444-8444-444444444444'), colleagues: 'Sam' };

test('an objection stands at its field with its line, and falls when that field changes', () => {
  const objections = objectionsTo(draft, [{ field: 'colleagues', line: 3, message: 'No group.' }]);
  expect(objections).toMatchObject([{ path: ['colleagues'], message: 'Line 3: No group.' }]);
  expect(standing(objections, { ...draft, message: 'Hello' })).toHaveLength(1);
  expect(standing(objections, { ...draft, colleagues: 'Sam, peer' })).toHaveLength(0);
});

test('row 63: an objection to the whole closing is said at the day', () => {
  expect(objectionsTo(draft, [{ field: 'closing', message: 'Past.' }])).toMatchObject([{ path: ['closing', 'date'] }]);
  expect(objectionsTo(draft, [{ field: 'closing.time', message: 'Past.' }])).toMatchObject([{ path: ['closing', 'time'] }]);
});

test('what the preview and the launch both refuse is said once', () => {
  const errors = [
    { field: 'colleagues', message: 'Too few.' },
    { field: 'coach', message: 'Too few.' },
  ];
  const twice = [...objectionsTo(draft, errors), ...objectionsTo(draft, errors)];
  expect(eachOnce(twice).map(({ path }) => path.join('.'))).toEqual(['colleagues', 'coach']);
});

test('an objection to a field that this page does not know is not lost', () => {
  expect(objectionsTo(draft, [{ field: 'together.line_manager', message: 'x' }])).toMatchObject([{ path: ['together'] }]);
  expect(objectionsTo(draft, [{ field: 'elsewhere', message: 'y' }])).toMatchObject([{ path: [] }]);
});

test('a new draft has everything chosen that leaves no choice, and nothing else', () => {
  expect(draft).toMatchObject({ framework: options.frameworks[0]?.id, coach: '', minimum: '3', closing: { zone: 'Europe/London' } });
  expect(requestOf({ ...draft, together: { ...draft.together, peer: 'alone' } })).toMatchObject({
    minimum: 3,
    together: { peer: 'alone' },
  });
});
