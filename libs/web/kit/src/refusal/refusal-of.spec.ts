import { HttpErrorResponse } from '@angular/common/http';
import { expect, test } from '@jest/globals';
import { refusalOf } from './refusal-of';

test('the words of the server are shown where it gave any', () => {
  const problem = { code: 'round_open', title: 'You already have an open round', status: 409, detail: 'Close it first.' };
  expect(refusalOf(new HttpErrorResponse({ status: 409, error: problem }))).toEqual(problem);
});

test('without a connection the person is told that nothing is lost', () => {
  const { title, detail } = refusalOf(new HttpErrorResponse({ status: 0, error: new ProgressEvent('error') }));
  expect(title).toBe('We cannot reach the server');
  expect(detail).toContain('Nothing is lost');
});

test('a page of a proxy in place of an answer is not shown to anyone', () => {
  const { title, detail } = refusalOf(new HttpErrorResponse({ status: 502, error: '<html>Bad Gateway</html>' }));
  expect(`${title} ${detail ?? ''}`).not.toContain('html');
});

test('a mistake in our own code is not dressed up as a refusal', () => {
  expect(() => refusalOf(new TypeError('undefined is not a function'))).toThrow(TypeError);
});
