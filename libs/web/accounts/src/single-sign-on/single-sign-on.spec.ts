import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component, type Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { beforeEach, expect, test } from '@jest/globals';
import { path } from '@facet/contract';
import { lookAt } from '@facet/web-kit';
import { accountsRoutes } from '../accounts.routes';
import { ConnectedAccount } from './connected-account';
import { LEAVE_FOR } from './leave-for';
import { SignOnButton } from './sign-on-button';

@Component({ selector: 'facet-elsewhere', template: '' })
class Elsewhere {}

let left: string[];
beforeEach(() => {
  left = [];
  const router = provideRouter([...accountsRoutes, { path: '**', component: Elsewhere }], withComponentInputBinding());
  const leave = { provide: LEAVE_FOR, useValue: (address: string) => left.push(address) };
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), router, leave] });
});
const server = () => TestBed.inject(HttpTestingController);
const refusal = (code: string, title: string) =>
  [
    { code, title, status: 400 },
    { status: 400, statusText: 'x' },
  ] as const;

const show = async (component: Type<unknown>, address: string, answer: object, inputs: Record<string, unknown> = {}) => {
  const fixture = TestBed.createComponent(component);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  const seen = lookAt(fixture);
  await seen.settle();
  server().expectOne(address).flush(answer);
  await seen.settle();
  return seen;
};
const comeBack = async (query: string) => {
  const seen = lookAt((await RouterTestingHarness.create(`/sign-in/return?${query}`)).fixture);
  await seen.settle();
  return seen;
};

test('where the organisation has a provider, one press leads there, and back to where the person was going', async () => {
  const seen = await show(SignOnButton, path.signOn, { label: 'Hill Street' }, { next: '/rounds/7' });
  await seen.press('Sign in with Hill Street');
  const request = server().expectOne(path.signOn);
  expect(request.request.body).toEqual({ next: '/rounds/7' });
  request.flush({ address: 'https://id.test/authorize?x=1' });
  await seen.settle();
  expect(left).toEqual(['https://id.test/authorize?x=1']);
});

test('row 54: an address that would lead to another site leads home', async () => {
  const seen = await show(SignOnButton, path.signOn, { label: 'Hill Street' }, { next: '//evil.test' });
  await seen.press('Sign in with Hill Street');
  expect(server().expectOne(path.signOn).request.body).toEqual({ next: '/' });
});

test('a provider that does not answer is said beside the button, which can be pressed again', async () => {
  const seen = await show(SignOnButton, path.signOn, { label: 'Hill Street' });
  await seen.press('Sign in with Hill Street');
  server()
    .expectOne(path.signOn)
    .flush(...refusal('no_answer', 'It does not answer just now.'));
  await seen.settle();
  expect(seen.text()).toContain('It does not answer just now.');
  await seen.press('Sign in with Hill Street');
  server().expectOne(path.signOn);
  expect(left).toEqual([]);
});

test('where there is no provider, there is nothing to see', async () => {
  expect((await show(SignOnButton, path.signOn, { label: null })).buttons()).toEqual([]);
  expect((await show(ConnectedAccount, path.connectedAccount, { label: null, since: null })).text()).toBe('');
});

test('whoever comes back goes on where they were going; the code leaves the address bar, and what the provider adds is not sent', async () => {
  const seen = await comeBack('code=a%2Fb&state=s&iss=https%3A%2F%2Fid.test&session_state=z&scope=openid');
  expect(document.location.href).not.toContain('code=');
  const request = server().expectOne(path.signOnReturn);
  expect(request.request.body).toEqual({ state: 's', code: 'a/b', iss: 'https://id.test' });
  request.flush({ next: '/rounds/7' });
  await seen.settle();
  expect(TestBed.inject(Router).url).toBe('/rounds/7');
});

test('somebody whose account nobody has connected is led to sign in with a code, and from there to where it is connected', async () => {
  const seen = await comeBack('code=x&state=s');
  server()
    .expectOne(path.signOnReturn)
    .flush(...refusal('not_connected', 'We do not know yet whose account this is.'));
  await seen.settle();
  expect(seen.text()).toContain('We do not know yet whose account this is.');
  expect(seen.link('Sign in with a code').getAttribute('href')).toBe('/sign-in?next=%2Faccount');
});

test('whoever broke off at the provider is told so, and led back', async () => {
  const seen = await comeBack('error=access_denied&state=s');
  const request = server().expectOne(path.signOnReturn);
  expect(request.request.body).toEqual({ state: 's', error: 'access_denied' });
  request.flush(...refusal('said_no', 'You were not signed in there.'));
  await seen.settle();
  expect(seen.link('Back to Facet').getAttribute('href')).toBe('/');
});

test('an account is connected by a press, and disconnected by another', async () => {
  const seen = await show(ConnectedAccount, path.connectedAccount, { label: 'Hill Street', since: null });
  await seen.press('Connect');
  server().expectOne(path.connectAccount).flush({ address: 'https://id.test/authorize' });
  await seen.settle();
  expect(left).toEqual(['https://id.test/authorize']);

  const connected = await show(ConnectedAccount, path.connectedAccount, { label: 'Hill Street', since: '2026-11-24T12:00:00Z' });
  expect(connected.text()).toContain('Connected on 24 November 2026.');
  await connected.press('Disconnect');
  server().expectOne(path.disconnectAccount).flush(null, { status: 204, statusText: 'x' });
  await connected.settle();
  server().expectOne(path.connectedAccount).flush({ label: 'Hill Street', since: null });
  await connected.settle();
  expect(document.activeElement?.textContent).toBe('Disconnected. You sign in with a code by mail.');
});
