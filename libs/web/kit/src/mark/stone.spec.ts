import { expect, test } from '@jest/globals';
import { facets } from './stone';

const corners = (facet: string) => facet.split(' ');

test('the mark has seven different facets, and neighbours share an edge all the way round', () => {
  expect(new Set(facets).size).toBe(7);
  facets.forEach((facet, i) => {
    const next = corners(facets[(i + 1) % 7] ?? '');
    expect(corners(facet).filter((corner) => next.includes(corner))).toHaveLength(2);
  });
});
