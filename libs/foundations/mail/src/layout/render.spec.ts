import { expect, test } from '@jest/globals';
import { letters } from '../letters';
import { ask, asking, samples, stop } from '../letters/letter-samples';
import { render } from './render';

const attacks = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  '{{constructor}}',
  '{{#with "s" as |string|}}{{string}}{{/with}}',
  '${7*7}',
  'javascript:alert(1)',
  '*bold* [x](http://evil.example)',
];

test.each(attacks)('row 23: the name %s stays the text it is in the subject, the HTML and the plain text', (attack) => {
  const { subject, html, text } = render(letters.invitation(asking([ask({ leader: attack, message: attack })])));
  const shown = html.replace(/&(lt|gt|amp|quot|#x27|#x60|#x3D);/g, (entity) => unescaped[entity] ?? entity);
  expect(subject).toContain(attack);
  expect(text).toContain(`${attack} writes:\n\n${attack}`);
  expect(shown).toContain(`>${attack}<`);
  expect(html).not.toMatch(/<script|<img|<svg|onerror=|onload=|href="(?!https:\/\/facet\.hill\.example)/);
});

const unescaped: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&#x27;': "'",
  '&#x60;': '`',
  '&#x3D;': '=',
};

test('row 13: line breaks, tabs, NUL and turned-around text in a name become a space', () => {
  const { subject, html, text } = render(letters.reminder({ ...asking([ask({ leader: 'Ada\r\nBcc: x@y.example\t\0\u202Ecod' })]), stop }));
  expect(subject).toContain('Ada Bcc: x@y.example cod’s');
  for (const part of [html, text]) expect(part).not.toMatch(/[\0\t\r\u202E]/);
});

test('a letter loads nothing from anywhere: no picture, no font, no style sheet', () => {
  for (const letter of Object.values(samples)) expect(render(letter).html).not.toMatch(/<img|<link|@import|url\(|src=/);
});

test('paragraphs keep the line breaks of whoever wrote them', () => {
  expect(render(samples.invitation).html).toContain('I am new in this post.\nPlease be frank.');
});
