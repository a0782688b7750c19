import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { expect, test } from '@jest/globals';
import { type LetterView, of, path } from '@facet/contract';
import { lookAt } from '@facet/web-kit';
import { Letter } from './letter';

const address = of(path.letter, 'invitation');
const came: LetterView = {
  ...{ letter: 'invitation', name: 'Invitation', to: 'each colleague', own: false },
  wording: { subject: 'Your view of {whose} leadership', heading: 'Your view', text: 'Dear {recipient}\n\n{link}' },
  placeholders: [
    { name: '{whose}', means: 'whose leadership' },
    { name: '{link}', means: 'the button' },
  ],
  sample: { subject: 'Your view of Ada Okafor’s leadership', text: 'Dear Sam Hill\n\nGive your view:\nhttps://facet.hill.example/s\n' },
};
const own: LetterView = { ...came, own: true, wording: { ...came.wording, subject: 'A favour' } };

const open = async (found: LetterView = came) => {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])] });
  const fixture = TestBed.createComponent(Letter);
  fixture.componentRef.setInput('letter', 'invitation');
  const seen = lookAt(fixture);
  const server = TestBed.inject(HttpTestingController);
  await seen.settle();
  server.expectOne(address).flush(found);
  await seen.settle();
  return { seen, server };
};

test('the letter is there as it arrives, with its words and what is put in for each mail', async () => {
  const { seen } = await open();
  expect(seen.text()).toContain('Dear Sam Hill Give your view: https://facet.hill.example/s');
  expect(seen.control('Subject').value).toBe('Your view of {whose} leadership');
  expect(seen.control('Text').value).toBe('Dear {recipient}\n\n{link}');
  expect(seen.text()).toContain('{whose} whose leadership');
  expect(seen.link('As most mail programs show it').getAttribute('href')).toBe(of(path.letterHtml, 'invitation'));
  expect(seen.buttons()).not.toContain('Back to the words that it came with');
});

test('changed words are looked at first, and nothing is saved by looking', async () => {
  const { seen, server } = await open();
  await seen.type('Subject', 'A favour for {whose} learning');
  await seen.press('Show me first');
  const request = server.expectOne(of(path.letterPreview, 'invitation'));
  expect(request.request.body).toEqual({ ...came.wording, subject: 'A favour for {whose} learning' });
  request.flush({ subject: 'A favour for Ada Okafor’s learning', text: 'Dear Sam Hill' });
  await seen.settle();
  expect(seen.text()).toContain('Subject: A favour for Ada Okafor’s learning');
  expect(document.activeElement?.textContent).toBe('This is how it would look. Nothing is saved yet.');
  expect(seen.control('Subject').value).toBe('A favour for {whose} learning');
});

test('words are saved, and can be given back', async () => {
  const { seen, server } = await open();
  await seen.type('Subject', 'A favour');
  await seen.press('Save these words');
  server.expectOne(address).flush(own);
  await seen.settle();
  expect(document.activeElement?.textContent).toContain('Saved.');
  await seen.press('Back to the words that it came with');
  server.expectOne(of(path.letterReset, 'invitation')).flush(came);
  await seen.settle();
  expect(seen.control('Subject').value).toBe('Your view of {whose} leadership');
  expect(seen.text()).toContain('In the words that it came with.');
});

test('what the server refuses stands at its field, and what was typed stays', async () => {
  const { seen, server } = await open();
  await seen.type('Text', 'Please answer.');
  await seen.press('Save these words');
  const errors = [{ field: 'text', message: '{link} is missing.' }];
  server.expectOne(address).flush({ code: 'invalid', title: 'x', status: 400, errors }, { status: 400, statusText: 'x' });
  await seen.settle();
  expect(seen.control('Text').getAttribute('aria-invalid')).toBe('true');
  expect(seen.text()).toContain('{link} is missing.');
  expect(seen.control('Text').value).toBe('Please answer.');
});

test('empty words are not sent', async () => {
  const { seen, server } = await open();
  await seen.type('Subject', '');
  await seen.press('Save these words');
  server.expectNone(address);
  expect(seen.text()).toContain('Write the subject.');
});

test('without a connection it is said that nothing is lost', async () => {
  const { seen, server } = await open();
  await seen.press('Show me first');
  server.expectOne(of(path.letterPreview, 'invitation')).error(new ProgressEvent('error'));
  await seen.settle();
  expect(seen.text()).toContain('Nothing is lost');
});
