import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { expect, test } from '@jest/globals';
import { of, path, type PeopleView, type Problem, type StaffView } from '@facet/contract';
import { lookAt } from '@facet/web-kit';
import { People } from './people';

const ruth: StaffView = {
  ...{ id: '22222222-2222-4222-8222-222222222222', name: 'Ruth Vale', email: 'ruth@school.example' },
  ...{ roles: ['administrator'], disabled: false, secondFactor: true, you: true },
};
const mark: StaffView = {
  ...{ id: '33333333-3333-4333-8333-333333333333', name: 'Mark Hill', email: 'mark@coaching.example' },
  ...{ roles: ['leader', 'coach'], disabled: false, secondFactor: true, you: false },
};
const hillStreet = { id: '44444444-4444-4444-8444-444444444444', name: 'Hill Street' };
const valley = { id: '55555555-5555-4555-8555-555555555555', name: 'Valley School' };
const view: PeopleView = { organisation: hillStreet, signIn: 'https://feedback.school.example/sign-in', people: [mark, ruth] };

const open = async (found: PeopleView = view, organisations = [hillStreet]) => {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])] });
  const seen = lookAt(TestBed.createComponent(People));
  const server = TestBed.inject(HttpTestingController);
  await seen.settle();
  server.expectOne(path.organisations).flush(organisations);
  server.expectOne(path.people).flush(found);
  await seen.settle();
  // jsdom has no dialogs of its own
  for (const dialog of seen.page.querySelectorAll('dialog'))
    Object.assign(dialog, { showModal: () => dialog.setAttribute('open', ''), close: () => dialog.removeAttribute('open') });
  const tick = async (legend: string, role: string) => {
    const group = [...seen.page.querySelectorAll('fieldset')].find((one) => one.querySelector('legend')?.textContent === legend);
    const label = [...(group?.querySelectorAll('label') ?? [])].find((one) => one.textContent.trim().startsWith(role));
    label?.querySelector('input')?.click();
    await seen.settle();
  };
  const refuse = async (address: string, problem: Problem) => {
    server.expectOne(address).flush(problem, { status: problem.status, statusText: 'x' });
    await seen.settle();
  };
  return { seen, server, tick, refuse };
};

test('an administrator adds somebody, is told what to tell them, and the form is empty again', async () => {
  const { seen, server, tick } = await open();
  await seen.type('Name', 'Pat Lowe');
  await seen.type('Email address', 'pat@school.example');
  await tick('Roles', 'Leader');
  await seen.press('Add this person');
  const request = server.expectOne(path.people);
  expect(request.request.body).toEqual({ name: 'Pat Lowe', email: 'pat@school.example', roles: ['leader'] });
  request.flush(view);
  await seen.settle();
  expect(document.activeElement?.textContent).toBe(
    'Pat Lowe is on the list. Tell them to sign in at https://feedback.school.example/sign-in with pat@school.example.',
  );
  expect(seen.control('Name').value).toBe('');
});

test('what is missing is said at its field and not sent', async () => {
  const { seen, server } = await open();
  await seen.press('Add this person');
  server.expectNone({ method: 'POST', url: path.people });
  for (const words of ['Write the name.', 'Write the email address.', 'Choose at least one role.']) expect(seen.text()).toContain(words);
});

test('row 9: an address that is on the list already is refused at its field, and what was typed stays', async () => {
  const { seen, tick, refuse } = await open();
  await seen.type('Name', 'Mark Again');
  await seen.type('Email address', 'mark@coaching.example');
  await tick('Roles', 'Coach');
  await seen.press('Add this person');
  const errors = [{ field: 'email', message: 'Somebody with this address is on the list already.' }];
  await refuse(path.people, { code: 'invalid', title: 'x', status: 400, errors });
  expect(seen.text()).toContain('Somebody with this address is on the list already.');
  expect(seen.control('Name').value).toBe('Mark Again');
});

test('roles are changed, and the focus goes to what was done', async () => {
  const { seen, server, tick } = await open();
  await tick('Roles of Mark Hill', 'Leader');
  await seen.press('Save Mark Hill');
  const request = server.expectOne(of(path.person, mark.id));
  expect(request.request.body).toEqual({ name: 'Mark Hill', roles: ['coach'] });
  request.flush({ ...view, people: [{ ...mark, roles: ['coach'] }, ruth] });
  await seen.settle();
  expect(document.activeElement?.textContent).toBe('Mark Hill is changed.');
});

test('somebody is stopped from signing in after one more question, and let in again', async () => {
  const { seen, server } = await open();
  await seen.press('Stop Mark Hill signing in');
  server.expectNone(of(path.access, mark.id));
  await seen.press('Stop signing in');
  const request = server.expectOne(of(path.access, mark.id));
  expect(request.request.body).toEqual({ allowed: false });
  request.flush({ ...view, people: [{ ...mark, disabled: true }, ruth] });
  await seen.settle();
  expect(seen.text()).toContain('May not sign in');
  await seen.press('Let Mark Hill sign in again');
  expect(server.expectOne(of(path.access, mark.id)).request.body).toEqual({ allowed: true });
});

test('row 59: nobody is offered to shut themselves out, and a refusal of the server is shown whole', async () => {
  const { seen, tick, refuse } = await open({ ...view, people: [mark, { ...ruth, roles: ['coach', 'administrator'] }] });
  expect(seen.buttons().join()).not.toContain('Stop Ruth Vale');
  await tick('Roles of Ruth Vale', 'Coach');
  await seen.press('Save Ruth Vale');
  const problem = {
    code: 'last_administrator',
    title: 'Somebody has to be an administrator.',
    status: 409,
    detail: 'Nothing has been changed.',
  };
  await refuse(of(path.person, ruth.id), problem);
  expect(seen.text()).toContain('Somebody has to be an administrator. Nothing has been changed.');
});

test('row 59: nobody is offered a role for themselves, and it is said who can give one', async () => {
  const { seen } = await open();
  const roles = [...seen.page.querySelectorAll('fieldset')].find((one) => one.textContent.includes('Roles of Ruth Vale'));
  expect(roles?.textContent).not.toContain('Coach');
  expect(seen.text()).toContain('Nobody gives themselves a role: another administrator can give you one.');
});

test('whoever looks after two organisations chooses one, and adds people there', async () => {
  const { seen, server } = await open(view, [hillStreet, valley]);
  expect(seen.control('Organisation').value).toBe(hillStreet.id);
  await seen.type('Organisation', valley.id);
  expect(seen.control('Organisation').value).toBe(valley.id); // and is still there for the keyboard while the list is fetched
  const there = `${path.people}?organisation=${valley.id}`;
  server.expectOne(there).flush({ ...view, organisation: valley, people: [ruth] });
  await seen.settle();
  expect(seen.control('Organisation').value).toBe(valley.id);
  expect(seen.text()).not.toContain('Mark Hill');
  expect(seen.link('Download as CSV').getAttribute('href')).toBe(`${path.peopleCsv}?organisation=${valley.id}`);
});

test('a lost authenticator is reset after asking once more, for others alone', async () => {
  const { seen, server } = await open();
  expect(seen.buttons().filter((name) => name.startsWith('Reset the second step of'))).toEqual(['Reset the second step of Mark Hill']);
  await seen.press('Reset the second step of Mark Hill');
  server.expectNone(of(path.resetSecondFactor, mark.id));
  await seen.press('Reset the second step');
  server.expectOne(of(path.resetSecondFactor, mark.id)).flush({ ...view, people: [{ ...mark, secondFactor: false }, ruth] });
  await seen.settle();
  expect(document.activeElement?.textContent).toBe('The second step of Mark Hill is reset, and Mark Hill is told by mail.');
  expect(seen.buttons()).not.toContain('Reset the second step of Mark Hill');
});
