import { redisIsInstalled } from '@facet/testing';
import { expect, test } from '@jest/globals';
import { tellNotRun } from './table';

const notMet: readonly [string, string][] = [
  ['F9 the line to PostgreSQL between two machines', 'needs a second machine; the line is cut on this one'],
  ['F10 a connection that falls silent in a query', 'Facet waits for an answer as long as the line stands; only new ones are bounded'],
  ['F18 a PostgreSQL whose machine’s clock steps', 'the clock of Facet is a function in the database, and that one jumps instead'],
  [
    'F21 another tzdata under a running process',
    'needs another Node; an organisation moves its zone, and an old instant stands in the row',
  ],
];

test('faults that are not met here stand in the table, each with its reason', () => {
  for (const [fault, reason] of notMet) tellNotRun(fault, reason);
  if (!redisIsInstalled) tellNotRun('F4 to F7 on Redis', 'no redis-server on this machine');
  expect(notMet.map(([fault]) => fault)).toEqual([...new Set(notMet.map(([fault]) => fault))]);
});
