import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { expect, test } from '@jest/globals';
import { path, type PeopleImported } from '@facet/contract';
import { lookAt } from '@facet/web-kit';
import { ImportPeople } from './import-people';
import { PeopleStore } from './people-store';

const sam = { line: 2, name: 'Sam Hill', email: 'sam@school.example', roles: ['leader' as const], does: 'add' as const };
const list = 'name,email,roles\nSam Hill,sam@school.example,leader';

const open = async () => {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([]), PeopleStore] });
  const seen = lookAt(TestBed.createComponent(ImportPeople));
  const server = TestBed.inject(HttpTestingController);
  await seen.settle();
  const answer = async (imported: PeopleImported) => {
    const request = server.expectOne(path.importPeople);
    request.flush(imported);
    await seen.settle();
    return request.request.body as object;
  };
  return { seen, answer };
};
const LOOK = 'See what the list would do';

test('a list is looked at before it is taken, and the box is empty again', async () => {
  const { seen, answer } = await open();
  await seen.type('A list of people', list);
  await seen.press(LOOK);
  expect(await answer({ lines: [sam], errors: [], written: false })).toEqual({ list, dryRun: true, despiteErrors: false });
  expect(seen.text()).toContain('1 person read.');
  expect(seen.text()).toContain('Is added');
  await seen.press('Take this list');
  expect(await answer({ lines: [sam], errors: [], written: true })).toEqual({ list, dryRun: false, despiteErrors: false });
  expect(seen.control('A list of people').value).toBe('');
});

test('row 6: with a wrong line, the right ones are taken only by a press that says so', async () => {
  const { seen, answer } = await open();
  await seen.type('A list of people', list);
  await seen.press(LOOK);
  await answer({ lines: [sam], errors: [{ line: 3, message: 'email: it is none.' }], written: false });
  expect(seen.text()).toContain('1 person read. 1 line needs attention.');
  expect(seen.text()).toContain('Needs attention: email: it is none.');
  expect(seen.buttons()).not.toContain('Take this list');
  await seen.press('Take the 1 that is right, and leave out the rest');
  expect(await answer({ lines: [sam], errors: [], written: true })).toMatchObject({ despiteErrors: true, dryRun: false });
});

test('a list that was changed after it was looked at is looked at again first', async () => {
  const { seen, answer } = await open();
  await seen.type('A list of people', list);
  await seen.press(LOOK);
  await answer({ lines: [sam], errors: [], written: false });
  await seen.type('A list of people', `${list}\nJo,jo@school.example,coach`);
  expect(seen.buttons()).toEqual([LOOK]);
});
