import { afterAll, expect, test } from '@jest/globals';
import { MetricsServer } from './serve-metrics';

const token = 'zR3vK8mQ1xW5nB7tY2cF6hJ9pL4sD0gA';
const servers: MetricsServer[] = [];
const serving = async (own: string | null, figures = () => Promise.resolve('facet_database_up 1\n')): Promise<string> => {
  const server = await MetricsServer.start({ host: '127.0.0.1', port: 0, token: own === null ? null : Buffer.from(own) }, figures);
  servers.push(server);
  return `http://127.0.0.1:${server.port}`;
};
afterAll(() => Promise.all(servers.map((server) => server.stop())));

test('figures are given at /metrics and nothing anywhere else', async () => {
  const address = await serving(null);
  const given = await fetch(`${address}/metrics`);
  expect([given.status, given.headers.get('content-type'), await given.text()]).toEqual([
    ...[200, 'text/plain; version=0.0.4; charset=utf-8', 'facet_database_up 1\n'],
  ]);
  for (const path of ['/', '/healthz', '/metrics/', '/s']) expect((await fetch(address + path)).status).toBe(404);
  expect((await fetch(`${address}/metrics`, { method: 'POST' })).status).toBe(404);
});

test('where a token is set, nobody reads them without it', async () => {
  const address = `${await serving(token)}/metrics`;
  const statusWith = async (authorization?: string): Promise<number> =>
    (await fetch(address, { ...(authorization !== undefined && { headers: { authorization } }) })).status;
  expect([await statusWith(), await statusWith(token), await statusWith(`Bearer ${token}x`), await statusWith('Bearer ')]).toEqual(
    Array.from({ length: 4 }, () => 401),
  );
  expect(await statusWith(`Bearer ${token}`)).toBe(200);
});

test('figures that cannot be read say nothing about why', async () => {
  const answer = await fetch(`${await serving(null, () => Promise.reject(new Error('CANARY')))}/metrics`);
  expect([answer.status, await answer.text()]).toEqual([503, '']);
});
