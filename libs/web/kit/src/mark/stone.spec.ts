import { expect, test } from '@jest/globals';
import { facets, facetsOf } from './stone';

const corners = (facet: string) => facet.split(' ');

test('the mark has seven different facets', () => {
  expect(new Set(facets).size).toBe(7);
});

test.each([3, 5, 7, 12])('the facets of a stone for %i qualities meet their neighbours all the way round', (count) => {
  const stone = facetsOf(count);
  expect(stone).toHaveLength(count);
  stone.forEach((facet, i) => {
    const next = corners(stone[(i + 1) % count] ?? '');
    expect(corners(facet).filter((corner) => next.includes(corner))).toHaveLength(2);
  });
});

test('one or two qualities share a six-sided stone', () => {
  expect(facetsOf(1).map((facet) => corners(facet).length)).toEqual([14]);
  expect(facetsOf(2).map((facet) => corners(facet).length)).toEqual([8, 8]);
});
