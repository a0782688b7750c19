import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { expect, test } from '@jest/globals';
import { path, type SecondFactorView } from '@facet/contract';
import { lookAt } from '@facet/web-kit';
import { accountsRoutes } from '../accounts.routes';

@Component({ selector: 'facet-elsewhere', template: '' })
class Elsewhere {}

const secret = { secret: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', uri: 'otpauth://totp/Facet:ada@school.example?secret=ABCDEFGH' };

const open = async (owes: SecondFactorView['owes']) => {
  const router = provideRouter([...accountsRoutes, { path: '**', component: Elsewhere }], withComponentInputBinding());
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), router] });
  const seen = lookAt((await RouterTestingHarness.create('/second-step?next=%2Fpeople')).fixture);
  const server = TestBed.inject(HttpTestingController);
  await seen.settle();
  server.expectOne(path.secondFactor).flush({ owes, demanded: true, own: null } satisfies SecondFactorView);
  await seen.settle();
  return { seen, server, router: TestBed.inject(Router) };
};
const empty = { status: 204, statusText: 'x' };

test('the code of the app leads to where the person was going', async () => {
  const { seen, server, router } = await open('enter');
  await seen.type('The six digits from the app', '123 456');
  await seen.press('Go on');
  const request = server.expectOne(path.secondStep);
  expect(request.request.body).toEqual({ code: '123 456' });
  request.flush(null, empty);
  await seen.settle();
  expect(router.url).toBe('/people');
});

test('a refused code is said in the server’s words, and whoever has lost the phone types a recovery code', async () => {
  const { seen, server, router } = await open('enter');
  await seen.type('The six digits from the app', '123456');
  await seen.press('Go on');
  const problem = { code: 'factor_wrong_code', title: 'That code is not right.', status: 400 };
  server.expectOne(path.secondStep).flush(problem, { status: 400, statusText: 'x' });
  await seen.settle();
  expect(seen.text()).toContain('That code is not right.');
  await seen.press('I cannot use the app');
  expect(seen.text()).not.toContain('That code is not right.');
  expect(seen.control('A recovery code').value).toBe('');
  await seen.type('A recovery code', 'abcd-efgh-ijkl-mnop-qrst-uvwx');
  await seen.press('Go on');
  server.expectOne(path.secondStep).flush(null, empty);
  await seen.settle();
  expect(router.url).toBe('/people');
});

test('setting up shows a picture and the same key to type, then the codes once, and only then goes on', async () => {
  const { seen, server, router } = await open('enrol');
  server.expectNone(path.newAuthenticator);
  await seen.press('Set up an authenticator');
  server.expectOne(path.newAuthenticator).flush(secret);
  await seen.settle();
  expect(seen.text()).toContain('ABCD EFGH IJKL MNOP QRST UVWX YZ23 4567');
  expect(seen.page.querySelector('svg[role="img"] path')?.getAttribute('d')).toMatch(/^M4 4h1v1h-1z/);
  await seen.type('The six digits from the app', '123456');
  await seen.press('Confirm');
  server.expectOne(path.confirmAuthenticator).flush({ codes: ['AAAA-BBBB', 'CCCC-DDDD'] });
  await seen.settle();
  expect(seen.text()).toContain('AAAA-BBBB CCCC-DDDD');
  expect(router.url).toContain('/second-step');
  await seen.press('I have kept them');
  expect(router.url).toBe('/people');
});

test('whoever owes nothing is not held up', async () => {
  const { router } = await open(null);
  expect(router.url).toBe('/people');
});
