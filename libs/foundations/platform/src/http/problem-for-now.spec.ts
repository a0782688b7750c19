import { expect, test } from '@jest/globals';
import { QueryFailedError } from 'typeorm';
import { ConnectionLost } from '../database/trouble';
import { problemForNow } from './problem-for-now';

// Against a real database in each of these states: tests/faults. Here are the causes that cannot be brought about at will, and bugs.

const said = (code: string): Error => new QueryFailedError('commit', [], Object.assign(new Error('…'), { code }));
const forNow = (error: unknown): [string, number] | null => {
  const found = problemForNow(error);
  return found && [found.problem.title, found.retryAfter];
};

test.each([
  ['no room on the database’s disk', said('53100'), 'Facet cannot save anything just now.', 60],
  ['no room on the key vault’s disk', Object.assign(new Error('write'), { code: 'ENOSPC' }), 'Facet cannot save anything just now.', 60],
  ['a database that starts', said('57P03'), 'Facet cannot reach its database just now.', 5],
  ['a database that recovers', said('57P02'), 'Facet cannot reach its database just now.', 5],
  ['a connection that went between two statements', new ConnectionLost(), 'Facet cannot reach its database just now.', 5],
  [
    'a database that took no connection in time',
    new Error('Connection terminated due to connection timeout'),
    'Facet cannot reach its database just now.',
    5,
  ],
  ['no free connection in time', new Error('timeout exceeded when trying to connect'), 'Facet is very busy just now.', 3],
])('after %s whoever asked is told when to ask again, and that nothing is lost', (_, error, title, seconds) => {
  expect(forNow(error)).toEqual([title, seconds]);
  expect(problemForNow(error)?.problem).toMatchObject({
    status: 503,
    detail: expect.stringMatching(/by halves.*in front of you.*try again/),
  });
});

test.each([said('23505'), said('22P02'), new TypeError('x is not a function'), 'a word', null, undefined])(
  'a bug is not called a busy moment: %s',
  (error) => expect(forNow(error)).toBeNull(),
);
