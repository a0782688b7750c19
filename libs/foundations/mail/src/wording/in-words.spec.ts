import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { render } from '../layout/render';
import { letters } from '../letters';
import { ask, asking, samples, sender } from '../letters/letter-samples';
import { samplesOf } from '../letters/every-kind';
import { builtIn, isWordingKey } from './built-in';
import { reword } from './in-words';

const keys = Object.keys(builtIn).filter(isWordingKey);
const own = {
  subject: 'Please help {whose} learning',
  heading: 'From {organisation}',
  paragraphs: ['Hello {recipient}', '{link}', 'Thank you'],
};

test('an organisation’s own words stand round the button, with the values of this mail', () => {
  const { subject, text, html } = render(reword(letters.invitation(asking([ask()])), own));
  expect(subject).toBe('Please help Ada Okafor’s learning');
  expect(text).toMatch(/^Hill Street School\n\nFrom Hill Street School\n\nHello Sam Hill\n\nPlease answer by/);
  expect(text).toMatch(/#7M3K1\n\nYour answers are confidential[^]*7M3K1-99999\n\nThank you\n\n--/);
  expect(html).toMatch(/Hello Sam Hill[^]*#7M3K1[^]*7M3K1-99999[^]*Thank you/);
});

test('whatever the words, promise, closing time, code and small print stay', () => {
  const { text } = render(reword(letters.invitation(asking([ask()])), own));
  for (const part of [
    'Your answers are confidential.',
    'Please answer by Wednesday 9 December',
    '7M3K1-99999',
    'If you would rather not answer, the page lets you say so.',
  ])
    expect(text).toContain(part);
});

test('without words of its own a letter keeps those it has', () => {
  for (const letter of Object.values(samples)) expect(reword(letter, null)).toEqual(letter);
});

test.each(keys)('no placeholder of %s is left without a value', (key) => {
  const all = builtIn[key].placeholders.filter((name) => name !== 'link').map((name) => `{${name}}`);
  const { subject, paragraphs } = reword(samples[key], { subject: all.join(' '), heading: 'x', paragraphs: [all.join(' ')] });
  for (const part of [subject, ...paragraphs]) expect(part).not.toMatch(/[{}]|undefined/);
});

test('row 23: whatever people are called, their names are put in once, as they are, and escaped in the HTML', () => {
  const odd = fc.constantFrom(
    '<img src=x onerror=alert(1)>',
    '{recipient}',
    '{{constructor}}',
    '$&',
    "$'",
    '$1',
    '{link}',
    '"><svg onload=x>',
  );
  fc.assert(
    fc.property(odd, odd, (leader, organisation) => {
      const context = { ...asking([ask({ leader })]), sender: { ...sender, organisation } };
      const { subject, html, text } = render(reword(letters.invitation(context), own));
      expect(subject).toBe(`Please help ${leader}’s learning`);
      expect(text).toContain(`From ${organisation}\n`);
      expect(html).not.toMatch(/<img|<svg|<script/);
    }),
  );
});

test.each(keys)('row 23: words and names full of markup stay text in a mail of the kind %s', (key) => {
  const name = '<img src=x onerror=alert(1)>{{constructor}}';
  const hostile = { ...sender, organisation: name, contact: { name, email: 'x@hill.example' } };
  const letter = samplesOf({ sender: hostile, zone: 'Europe/London', now: new Date('2026-12-06T09:00:00Z') })[key];
  const { html, text } = render(reword(letter, { subject: name, heading: name, paragraphs: [name, '{link}', name] }));
  expect(html).not.toMatch(/<img|<svg|<script|href="(?!https:\/\/facet\.hill\.example)/);
  expect(text.split(name).length - 1).toBeGreaterThan(3);
});
