import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { expect, test } from '@jest/globals';
import { path, type Problem, type SettingsEffects, type SettingsView } from '@facet/contract';
import { lookAt } from '@facet/web-kit';
import { Settings } from './settings';

const hillStreet = { id: '44444444-4444-4444-8444-444444444444', name: 'Hill Street' };
const view: SettingsView = {
  organisation: hillStreet,
  rev: 'first',
  settings: {
    ...{ name: 'Hill Street', domains: 'school.example', senderName: '', controller: 'Hill Street School', purpose: 'To learn.' },
    ...{ contact: 'Pat Lowe', safeguardingContact: 'Jo Park', retentionMonths: '24', zone: 'Europe/London' },
    ...{ mailDays: [1, 2], mailFrom: '08:00', mailUntil: '18:00', closedOn: '' },
  },
};

const open = async () => {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])] });
  const seen = lookAt(TestBed.createComponent(Settings));
  const server = TestBed.inject(HttpTestingController);
  await seen.settle();
  server.expectOne(path.organisations).flush([hillStreet]);
  server.expectOne(path.settings).flush(view);
  await seen.settle();
  // jsdom has no dialogs of its own
  for (const dialog of seen.page.querySelectorAll('dialog'))
    Object.assign(dialog, { showModal: () => dialog.setAttribute('open', ''), close: () => dialog.removeAttribute('open') });
  const answer = async (url: string, body: SettingsEffects | SettingsView) => {
    const request = server.expectOne({ method: 'POST', url });
    request.flush(body);
    await seen.settle();
    return request.request.body as object;
  };
  const refuse = async (url: string, problem: Problem) => {
    server.expectOne({ method: 'POST', url }).flush(problem, { status: problem.status, statusText: 'x' });
    await seen.settle();
  };
  return { seen, server, answer, refuse };
};
const SAVE = 'Save the settings';

test('what changes nothing but words is saved with one press, and the focus goes to what was done', async () => {
  const { seen, answer } = await open();
  await seen.type('Whom to ask about the data', 'Kim Vale, extension 7');
  await seen.press(SAVE);
  const settings = { ...view.settings, contact: 'Kim Vale, extension 7' };
  expect(await answer(path.settingsPreview, { deletes: 0, says: [] })).toEqual({ settings });
  expect(await answer(path.settings, { ...view, settings })).toEqual({ settings, rev: 'first', deletes: 0 });
  expect(document.activeElement?.textContent).toBe('Saved. Pages and mails say so from now on.');
});

test('what deletes reports or moves mail is said first, and saved only when it was agreed to', async () => {
  const { seen, server, answer } = await open();
  await seen.type('How many months reports are kept', '12');
  await seen.press(SAVE);
  await answer(path.settingsPreview, { deletes: 3, says: ['3 reports are older than 12 months.'] });
  expect(seen.text()).toContain('3 reports are older than 12 months.');
  server.expectNone({ method: 'POST', url: path.settings });
  await seen.press('Save these settings');
  expect(await answer(path.settings, view)).toMatchObject({ settings: { retentionMonths: '12' }, deletes: 3 });
});

test('what the server objects to stands at its field, and everything that was typed stays', async () => {
  const { seen, refuse } = await open();
  await seen.type('Days on which you are closed', '31 February 2027');
  await seen.type('Name', 'Hill Street Academy');
  await seen.press(SAVE);
  const errors = [{ field: 'closedOn', line: 1, message: '“31 February 2027” is not a day.' }];
  await refuse(path.settingsPreview, { code: 'invalid', title: 'x', status: 400, errors });
  expect(seen.control('Days on which you are closed').getAttribute('aria-invalid')).toBe('true');
  expect(document.activeElement).toBe(seen.control('Days on which you are closed'));
  expect(seen.text()).toContain('“31 February 2027” is not a day.');
  expect(seen.control('Name').value).toBe('Hill Street Academy');
});

test('what somebody else has changed meanwhile is not written over, and everything that was typed stays', async () => {
  const { seen, answer, refuse } = await open();
  await seen.type('Name', 'Hill Street Academy');
  await seen.press(SAVE);
  await answer(path.settingsPreview, { deletes: 0, says: [] });
  await refuse(path.settings, { code: 'changed_meanwhile', title: 'Somebody has changed the settings.', status: 409 });
  expect(seen.text()).toContain('Somebody has changed the settings.');
  expect(seen.control('Name').value).toBe('Hill Street Academy');
});
