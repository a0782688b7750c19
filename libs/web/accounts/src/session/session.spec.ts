import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { expect, test } from '@jest/globals';
import { path } from '@facet/contract';
import { signedIn } from './guards';
import { backToSignIn, markedAsOurs } from './requests';
import { Session } from './session';

@Component({ selector: 'facet-somewhere', template: '' })
class Somewhere {}

const ada = { email: 'ada@school.example', memberships: [{ organisation: 'School', name: 'Ada', roles: ['leader'] }], demo: false };

const begin = () => {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([markedAsOurs, backToSignIn])),
      provideHttpClientTesting(),
      provideRouter([
        { path: 'sign-in', component: Somewhere },
        { path: 'second-step', component: Somewhere },
        { path: 'unreachable', component: Somewhere },
        { path: '**', canActivate: [signedIn], component: Somewhere },
      ]),
    ],
  });
  return { server: TestBed.inject(HttpTestingController), router: TestBed.inject(Router), session: TestBed.inject(Session) };
};
const turn = () => new Promise((resolve) => setTimeout(resolve));

const arrive = async (address: string, answer: (server: HttpTestingController) => void) => {
  const { server, router, session } = begin();
  const arrival = router.navigateByUrl(address);
  await turn();
  answer(server);
  await arrival;
  return { server, router, session };
};

test('whoever is not signed in is led to sign in, and from there back to where they were going', async () => {
  const { router } = await arrive('/rounds/7', (server) => server.expectOne(path.me).flush(null, { status: 401, statusText: 'x' }));
  expect(router.url).toBe('/sign-in?next=%2Frounds%2F7');
});

test('whoever is signed in goes through, and the server is asked once for several pages', async () => {
  const { server, router } = await arrive('/launch', (server) => server.expectOne(path.me).flush(ada));
  await router.navigateByUrl('/rounds/7');
  expect(router.url).toBe('/rounds/7');
  server.verify();
});

test('a server that cannot be reached sends nobody to sign in again', async () => {
  const { router } = await arrive('/launch', (server) => server.expectOne(path.me).error(new ProgressEvent('error')));
  expect(router.url).toBe('/unreachable');
});

test('row 55: a session that ended elsewhere leads back to sign in at the next request', async () => {
  const { server, router, session } = await arrive('/launch', (server) => server.expectOne(path.me).flush(ada));
  TestBed.inject(HttpClient)
    .get(path.rounds)
    .subscribe({ error: () => undefined });
  server.expectOne(path.rounds).flush(null, { status: 401, statusText: 'x' });
  await turn();
  expect(router.url).toBe('/sign-in?next=%2Flaunch');
  expect(session.me()).toBeUndefined();
});

test('whoever owes the second step is led to it, from the first page and from any request, and back to where they were', async () => {
  const owed = { code: 'second_step', title: 'One more step.', status: 401 };
  const { router, server } = await arrive('/people', (to) => to.expectOne(path.me).flush(owed, { status: 401, statusText: 'x' }));
  expect(router.url).toBe('/second-step?next=%2Fpeople');
  const again = router.navigateByUrl('/people');
  await turn();
  server.expectOne(path.me).flush(ada);
  await again;
  TestBed.inject(HttpClient)
    .get(path.rounds)
    .subscribe({ error: () => undefined });
  server.expectOne(path.rounds).flush(owed, { status: 401, statusText: 'x' });
  await turn();
  expect(router.url).toBe('/second-step?next=%2Fpeople');
});

test('row 54: every request carries the header that no other site can send', () => {
  const { server } = begin();
  TestBed.inject(HttpClient).post(path.rounds, {}).subscribe();
  expect(server.expectOne(path.rounds).request.headers.get('X-Facet')).toBe('1');
});

test('signing out ends the session on the server and here', async () => {
  const { server, session } = await arrive('/launch', (server) => server.expectOne(path.me).flush(ada));
  const out = session.signOut();
  server.expectOne(path.signOut).flush(null);
  await out;
  expect(session.me()).toBeNull();
});
