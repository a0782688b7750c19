import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { expect, test } from '@jest/globals';
import { path } from '@facet/contract';
import { lookAt } from '@facet/web-kit';
import { accountsRoutes } from '../accounts.routes';

@Component({ selector: 'facet-elsewhere', template: '' })
class Elsewhere {}

const open = async (address: string) => {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([...accountsRoutes, { path: '**', component: Elsewhere }], withComponentInputBinding()),
    ],
  });
  const harness = await RouterTestingHarness.create(address);
  const server = TestBed.inject(HttpTestingController);
  const seen = lookAt(harness.fixture);
  await seen.settle();
  const demo = server.match(path.demo)[0];
  return { server, seen, demo, router: TestBed.inject(Router) };
};

const answer = (request: TestRequest | undefined, status = 204, body: object | null = null) =>
  request?.flush(body, { status, statusText: String(status) });

test('whoever asks for a code is told the same, known or not, and the focus is in the box for it', async () => {
  const { server, seen } = await open('/sign-in');
  await seen.type('Your email address', ' ada@school.example ');
  await seen.press('Send me a code');
  const request = server.expectOne(path.signIn);
  expect(request.request.body).toEqual({ email: 'ada@school.example' });
  answer(request);
  await seen.settle();
  expect(seen.text()).toContain('If we know ada@school.example, a mail with six digits is on its way.');
  expect(document.activeElement).toBe(seen.control('The six digits from the mail'));
});

test('an address that is none is not sent, and the page says what one looks like', async () => {
  const { server, seen } = await open('/sign-in');
  await seen.type('Your email address', 'ada at school');
  await seen.press('Send me a code');
  server.expectNone(path.signIn);
  expect(seen.text()).toContain('An email address looks like name@school.example.');
});

test("row 45: the mail's button fills in the code, cleans the address and sends nothing before a press", async () => {
  const { server, seen, router } = await open('/sign-in?next=%2Flaunch#123456');
  expect(seen.control('The six digits from the mail').value).toBe('123456');
  expect(TestBed.inject(Router).url).toContain('123456');
  expect(document.location.href).not.toContain('123456');
  server.expectNone(path.signInCode);

  await seen.press('Sign in');
  const request = server.expectOne(path.signInCode);
  expect(request.request.body).toEqual({ code: '123456' });
  answer(request);
  await seen.settle();
  expect(router.url).toBe('/launch');
});

test('row 56: a code that no longer counts begins no session, says why, and a new one is one press away', async () => {
  const { server, seen, router } = await open('/sign-in#123456');
  await seen.press('Sign in');
  const problem = { code: 'code_refused', title: 'This code does not count', status: 422, detail: 'It may be older than ten minutes.' };
  answer(server.expectOne(path.signInCode), 422, problem);
  await seen.settle();
  expect(seen.text()).toContain('This code does not count It may be older than ten minutes.');
  expect(router.url).toContain('/sign-in');
  await seen.press('Send me a new code');
  expect(seen.control('Your email address')).toBeTruthy();
});

test('in demo mode a press on a person fills in their address and sends nothing', async () => {
  const { server, seen, demo } = await open('/sign-in');
  if (demo) answer(demo, 200, { mailbox: '/mailbox', people: [{ name: 'Ada Okafor', email: 'ada@demo.example', role: 'Head teacher' }] });
  await seen.settle();
  await seen.press('Ada Okafor');
  expect(seen.control('Your email address').value).toBe('ada@demo.example');
  server.expectNone(path.signIn);
});

test('outside demo mode the page offers nobody', async () => {
  const { seen, demo } = await open('/sign-in');
  answer(demo, 404, { code: 'not_found', title: 'Not found', status: 404 });
  await seen.settle();
  expect(seen.text()).not.toContain('demo');
});
