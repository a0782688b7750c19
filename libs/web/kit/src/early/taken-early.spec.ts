import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { beforeEach, expect, test } from '@jest/globals';
import { of, path } from '@facet/contract';
import { firstValueFrom } from 'rxjs';
import { earlyAddresses } from './early-addresses';
import { type Begun, takenEarly } from './taken-early';

const answered = (status: number, body: unknown): Promise<Response> =>
  Promise.resolve({ ok: status < 300, status, url: path.me, json: () => Promise.resolve(body) } as Response);

const begin = (answer: Promise<Response>): { ask: () => Promise<unknown>; server: HttpTestingController } => {
  (globalThis as { facetBegun?: Begun }).facetBegun = new Map([[path.me, answer]]);
  const http = TestBed.inject(HttpClient);
  return { ask: () => firstValueFrom(http.get(path.me)), server: TestBed.inject(HttpTestingController) };
};
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  TestBed.configureTestingModule({ providers: [provideHttpClient(withInterceptors([takenEarly])), provideHttpClientTesting()] });
});

test('a report’s page asks for who is there and for its report before its scripts run, and no other page does', () => {
  const round = '0facade0-0000-4000-8000-000000000001';
  expect(earlyAddresses(`/rounds/${round}/report`)).toEqual([path.me, of(path.report, round)]);
  for (const other of ['/', '/sign-in', `/rounds/${round}`, `/rounds/${round}/report/desk`]) expect(earlyAddresses(other)).toEqual([]);
});

test('what the page has asked for is taken once, and asked for anew from then on', async () => {
  const { ask, server } = begin(answered(200, 'early'));
  expect(await ask()).toBe('early');
  server.expectNone(path.me);
  const again = ask();
  server.expectOne(path.me).flush('later');
  expect(await again).toBe('later');
});

test('a refusal or a broken line is asked for anew, so that it is met as at any other time', async () => {
  for (const lost of [answered(401, null), Promise.reject<Response>(new Error('no line'))]) {
    const { ask, server } = begin(lost);
    const asked = ask();
    await turn();
    server.expectOne(path.me).flush('anew');
    expect(await asked).toBe('anew');
  }
});

test('after something was written, nothing that was asked for before is taken', async () => {
  const { ask, server } = begin(answered(200, 'of whoever was here before'));
  TestBed.inject(HttpClient).post(path.signOut, {}).subscribe();
  server.expectOne(path.signOut).flush(null);
  const asked = ask();
  server.expectOne(path.me).flush('of whoever is here now');
  expect(await asked).toBe('of whoever is here now');
});
