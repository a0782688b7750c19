import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { expect, test } from '@jest/globals';
import { path } from '@facet/contract';
import { lookAt } from '@facet/web-kit';
import { accountsRoutes } from '../accounts.routes';

@Component({ selector: 'facet-elsewhere', template: '' })
class Elsewhere {}

const token = 'AbCdEfGhIjKlMnOpQrSt-_';
const open = async (address: string) => {
  const router = provideRouter([...accountsRoutes, { path: '**', component: Elsewhere }]);
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), router] });
  const seen = lookAt((await RouterTestingHarness.create(address)).fixture);
  await seen.settle();
  return { seen, server: TestBed.inject(HttpTestingController), router: TestBed.inject(Router) };
};

test.each(['#', '%23', '%2523'])(
  'row 45: the link (%s) is used by a press and by nothing before, and leaves the address bar',
  async (mark) => {
    const { seen, server, router } = await open(`/first-sign-in${mark}${token}`);
    server.expectNone(path.oneTimeLink);
    expect(document.location.href).not.toContain(token);
    await seen.press('Sign in');
    const request = server.expectOne(path.oneTimeLink);
    expect(request.request.body).toEqual({ token });
    request.flush(null, { status: 204, statusText: 'x' });
    await seen.settle();
    expect(router.url).toBe('/people');
  },
);

test('a link that was used is said in the server’s words, with the other way in beside it', async () => {
  const { seen, server } = await open(`/first-sign-in#${token}`);
  await seen.press('Sign in');
  const problem = { code: 'link_used', title: 'This link has been used already.', status: 400 };
  server.expectOne(path.oneTimeLink).flush(problem, { status: 400, statusText: 'x' });
  await seen.settle();
  expect(seen.text()).toContain('This link has been used already.');
  expect(seen.link('Sign in with a code instead').getAttribute('href')).toBe('/sign-in');
});

test('an address whose end is missing says what to do', async () => {
  const { seen } = await open('/first-sign-in');
  expect(seen.text()).toContain('The end of this address is missing.');
  expect(seen.buttons()).toEqual([]);
});
