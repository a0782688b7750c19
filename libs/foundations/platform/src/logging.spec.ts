import { expect, test } from '@jest/globals';
import { QueryFailedError } from 'typeorm';
import { createLogger } from './logging';

const logged = (error: unknown): string => {
  const lines: string[] = [];
  createLogger('info', { write: (line) => lines.push(line) }).error({ err: error }, 'a bug');
  return lines.join('');
};

test('row 84: a database error is logged by its code and place, without what somebody typed', () => {
  const cause = Object.assign(new Error('invalid input syntax for type uuid: "CANARY"'), { code: '22P02', detail: 'Key (name)=(CANARY)' });
  const line = logged(new QueryFailedError(`select 'CANARY'`, ['CANARY'], cause));
  expect(JSON.parse(line)).toMatchObject({ msg: 'a bug', err: { type: 'QueryFailedError', code: '22P02' } });
  expect(line).toContain('logging.spec');
  expect(line).not.toContain('CANARY');
});

test('row 84: what cannot be parsed is not quoted', () => {
  const parse = (): unknown => {
    try {
      return JSON.parse('CANARY');
    } catch (error) {
      return error;
    }
  };
  expect(logged(parse())).not.toContain('CANARY');
});

test('a bug of ours is logged with its message and place', () => {
  const line = logged(new TypeError('a round has a leader'));
  expect(JSON.parse(line)).toMatchObject({ err: { type: 'TypeError', message: 'a round has a leader' } });
  expect(line).toContain('logging.spec');
});
