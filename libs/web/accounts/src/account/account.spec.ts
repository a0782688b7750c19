import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { expect, test } from '@jest/globals';
import { of, type OwnSessionsView, path, type SecondFactorView } from '@facet/contract';
import { lookAt } from '@facet/web-kit';
import { Account } from './account';

const here = { id: '11111111-1111-4111-8111-111111111111', browser: 'Firefox on Windows', beganAt: '2026-11-24T09:00:00Z' };
const phone = { id: '22222222-2222-4222-8222-222222222222', browser: 'Safari on an iPhone', beganAt: '2026-11-24T08:00:00Z' };
const sessions: OwnSessionsView = [
  { ...here, seenAt: here.beganAt, here: true },
  { ...phone, seenAt: phone.beganAt, here: false },
];
const own = { since: '2026-11-01T09:00:00Z', recoveryCodesLeft: 7 };

const open = async (factor: Partial<SecondFactorView> = {}) => {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
  const seen = lookAt(TestBed.createComponent(Account));
  const server = TestBed.inject(HttpTestingController);
  await seen.settle();
  server.expectOne(path.secondFactor).flush({ owes: null, demanded: false, own, ...factor } satisfies SecondFactorView);
  server.expectOne(path.ownSessions).flush(sessions);
  await seen.settle();
  return { seen, server };
};

test('people see where they are signed in, and sign one browser out or all others', async () => {
  const { seen, server } = await open();
  expect(seen.text()).toContain('Firefox on Windows this browser');
  const signOut = seen.buttons().filter((name) => name.startsWith('Sign out'));
  expect(signOut).toEqual([expect.stringMatching(/^Sign out Safari on an iPhone, signed in 24 November/), 'Sign out everywhere else']);
  await seen.press(signOut[0] ?? '');
  server.expectOne(of(path.endSession, phone.id)).flush(null, { status: 204, statusText: 'x' });
  await seen.settle();
  server.expectOne(path.ownSessions).flush(sessions.slice(0, 1));
  await seen.settle();
  expect(document.activeElement?.textContent).toBe('Safari on an iPhone is signed out.');
  expect(seen.buttons()).not.toContain('Sign out everywhere else');
});

test('new recovery codes take a code, are shown once, and are gone when they are kept', async () => {
  const { seen, server } = await open();
  expect(seen.text()).toContain('set up on 1 November 2026. 7 of 8 recovery codes are left.');
  await seen.press('Make new recovery codes');
  await seen.type('The six digits from the app, or a recovery code', '123456');
  await seen.press('Make new recovery codes');
  server.expectOne(path.recoveryCodes).flush({ codes: ['AAAA-BBBB'] });
  await seen.settle();
  expect(seen.text()).toContain('AAAA-BBBB');
  await seen.press('I have kept them');
  server.expectOne(path.secondFactor).flush({ owes: null, demanded: false, own: { ...own, recoveryCodesLeft: 8 } });
  await seen.settle();
  expect(seen.text()).not.toContain('AAAA-BBBB');
});

test('whoever has to have the second step is not offered to take it off', async () => {
  expect((await open()).seen.buttons()).toContain('Take the second step off');
  TestBed.resetTestingModule();
  expect((await open({ demanded: true })).seen.buttons()).not.toContain('Take the second step off');
});

test('whoever has none is offered one', async () => {
  const { seen, server } = await open({ own: null });
  await seen.press('Set up an authenticator');
  server.expectOne(path.newAuthenticator).flush({ secret: 'ABCDEFGH', uri: 'otpauth://totp/x' });
  await seen.settle();
  expect(seen.text()).toContain('ABCD EFGH');
});
