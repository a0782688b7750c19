import { redisIsInstalled } from '@facet/testing';
import { expect, test } from '@jest/globals';
import { tellNotRun } from './table';

const notMet: readonly [string, string][] = [
  ['F5 Redis away for ten minutes', 'nobody waits that long; it is away for three rings, hangs, or was never started instead'],
  ['F6 an alarm when Redis is full', 'Facet has no alarm of its own for the queue; what is asked of its rows is in the other lines'],
  ['F9 the line to PostgreSQL between two machines', 'needs a second machine; the line is cut on this one'],
  ['F10 a connection that falls silent in a query', 'Facet waits for an answer as long as the line stands; only new ones are bounded'],
  ['F14 TLS without or with an expired certificate', 'no test speaks TLS yet'],
  ['F18 NTP steps and libfaketime', 'needs the machine’s clock; Facet reads the time of its database alone, and that one jumps'],
  ['F21 another tzdata under a running process', 'needs another Node; the instant of the old data is written into the row instead'],
  ['F23 erased between claim and send', 'nothing erases a person yet'],
  ['F24 a bounce that is old, malformed or forged', 'the test waits for the intake of bounces'],
  ['F25 disk full on PostgreSQL or on Redis AOF', 'needs a disk of its own to fill'],
];

test('faults that are not met here stand in the table, each with its reason', () => {
  for (const [fault, reason] of notMet) tellNotRun(fault, reason);
  if (!redisIsInstalled) tellNotRun('F4 to F7 on Redis', 'no redis-server on this machine');
  expect(notMet.map(([fault]) => fault)).toEqual([...new Set(notMet.map(([fault]) => fault))]);
});
