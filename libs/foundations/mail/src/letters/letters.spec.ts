import { expect, test } from '@jest/globals';
import { render } from '../layout/render';
import { letters } from './index';
import { ask, asking, now, samples, sender, stop } from './letter-samples';
import { timeInWords, timeLeft } from './round-time';

const each = Object.entries(samples);
const times = (text: string, part: string): number => text.split(part).length - 1;

test.each(each)('a mail of the kind %s says whom to ask and how to check that it is genuine', (_, letter) => {
  for (const part of [render(letter).text, render(letter).html]) {
    expect(part).toContain('Priya Nair (priya@hill.example)');
    expect(part).toContain(
      'To check that this mail is genuine: what it asks you to press leads to https://facet.hill.example and nowhere else',
    );
    expect(part).toContain('Hill Street School');
  }
});

test.each(each)('a mail of the kind %s has its link once in each part', (_, letter) => {
  const links = letter.items.flatMap(({ button }) => (button ? [button.link] : []));
  for (const link of links) {
    expect(
      render(letter)
        .text.split('\n')
        .filter((line) => line === link),
    ).toHaveLength(1);
    expect(times(render(letter).html, `href="${link}"`)).toBe(1);
  }
});

test.each(each)('the text of the kind %s holds every link and every code that its HTML holds', (_, letter) => {
  const { html, text } = render(letter);
  const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, link = '']) => link);
  expect(links).toContain('https://facet.hill.example/genuine');
  for (const link of links) expect(text.split('\n')).toContain(link);
  for (const { code } of letter.items) if (code) for (const part of [html, text]) expect(part).toContain(code.value);
});

test.each(each)('a mail of the kind %s is calm: it never says anonymous and never shouts', (_, letter) => {
  const { subject, text } = render(letter);
  expect(`${subject}\n${text}`).not.toMatch(/anonym|!/i);
});

test.each(each)('the subject of the kind %s names nobody but the leader', (_, { subject }) => {
  expect(subject).not.toMatch(/Sam Hill|Cleo Marsh|Priya Nair/);
});

test('an invitation says who asks, why, by when, how answers are treated and what to do when the button fails', () => {
  expect(render(samples.invitation).subject).toBe('Your view of Ada Okafor’s leadership: about 8 minutes');
  expect(render(samples.invitation).text).toBe(`Hill Street School

Ada Okafor would value your view

Dear Sam Hill,

Ada Okafor of Hill Street School would like to learn from the people they work with, and chose to ask you. You rate what you have seen, in about 8 minutes, on a phone or a computer, without an account.

Please answer by Wednesday 9 December 2026 at 18:00 (Europe/London): that is in 3 days.

Give your view:
https://facet.hill.example/s#7M3K1

Your answers are confidential. While the round is open they are kept encrypted; afterwards a number is shown only where at least 3 colleagues stand behind it, and comments only when at least 5 have answered, word for word but shuffled and without names.

Nobody is shown whether you have answered. The report says how many of a group did, and where all of them did, that says it of each.

Ada Okafor writes:

I am new in this post.
Please be frank.

If the button does not work, open https://facet.hill.example/s and type this code:
7M3K1-99999

--

Every answer is saved as you go, and you can change your answers until the closing time.

Not Sam Hill? Please reply to this mail and leave the link alone: nothing is lost. If you would rather not answer, the page lets you say so.

If you have already answered, there is nothing to do.

Questions? Reply to this mail: Priya Nair (priya@hill.example) reads it.

Questions about your data? Ask Pat Lowe, pat@hill.example.

To check that this mail is genuine: what it asks you to press leads to https://facet.hill.example and nowhere else, Facet never asks for a password, and Priya Nair can tell you that it was sent.

The link is yours alone: please do not pass it on.

Is this mail genuine?
https://facet.hill.example/genuine
`);
});

const TO_COLLEAGUES = ['invitation', 'reminder', 'round_cancelled', 'taken_out', 'link_replaced', 'answers_unread'];

test.each(each)(
  'a mail of the kind %s names whom to ask about one’s data where it is to somebody who is asked for answers',
  (kind, letter) => {
    const named = render(letter).text.includes('Questions about your data? Ask Pat Lowe, pat@hill.example.');
    expect(named).toBe(TO_COLLEAGUES.includes(kind.replace('own_', '')));
  },
);

test('where an organisation names nobody for that, no mail leads to nobody', () => {
  const { text } = render(letters.invitation({ ...asking([ask()]), sender: { ...sender, dataContact: null } }));
  expect(text).not.toContain('about your data');
});

test('a mail that asks for a decision says it in short paragraphs', () => {
  const words = samples.unreadable_choice.paragraphs.map((paragraph) => paragraph.split(' ').length);
  expect(words).toHaveLength(4);
  expect(Math.max(...words)).toBeLessThan(25);
});

test('a reminder says that there is nothing to do for whoever has answered, and the day of closing', () => {
  const { subject, text } = render(samples.reminder);
  expect(subject).toBe('Reminder: your view of Ada Okafor’s leadership by Wednesday 9 December');
  expect(text).toContain('If you have already answered, there is nothing to do.');
  expect(text).toContain('7M3K1-99999');
});

test('a reminder leads to a page on which reminders are stopped, and nothing else does', () => {
  for (const [kind, letter] of each) expect([kind, letter.stop !== undefined]).toEqual([kind, kind.endsWith('reminder')]);
  const { html, text } = render(samples.reminder);
  expect(text).toContain(`No more reminders from Hill Street School\n${stop}`);
  expect(html).toContain(`href="${stop}"`);
});

test('a line manager is told that the answers stand under their name, and is promised no confidentiality', () => {
  const { text } = render(letters.invitation(asking([ask({ standing: 'named' })])));
  expect(text).toContain('you are named: Ada Okafor and the coach see your answers under your name');
  expect(text).not.toContain('confidential');
});

test('a leader is asked for their own view, in words of its own', () => {
  const { subject, text } = render(letters.invitation(asking([ask({ standing: 'self' })])));
  expect(subject).toBe('Your own view of your leadership: about 8 minutes');
  expect(text).not.toContain('rather not answer');
});

test('one reminder about two leaders keeps each with its own link, code and closing time', () => {
  const ben = ask({ leader: 'Ben Hall', link: 'https://facet.hill.example/s#8N4P2', code: '8N4P2-88888' });
  const { subject, text, html } = render(letters.reminder({ ...asking([ask(), ben]), stop }));
  expect(subject).toBe('Reminder: your view of Ada Okafor’s and Ben Hall’s leadership by Wednesday 9 December');
  expect(text).toMatch(/\* Ada Okafor[^*]*#7M3K1[^*]*7M3K1-99999[^*]*\* Ben Hall[^*]*#8N4P2[^*]*8N4P2-88888/);
  expect(html).toMatch(/<h2>Ada Okafor<\/h2>[^]*#7M3K1[^]*<h2>Ben Hall<\/h2>[^]*#8N4P2/);
});

test('times are told in the zone of the round, with its summer time', () => {
  expect(timeInWords({ at: new Date('2026-07-01T17:00:00Z'), zone: 'Europe/London' })).toBe(
    'Wednesday 1 July 2026 at 18:00 (Europe/London)',
  );
  expect(timeInWords({ at: new Date('2026-12-09T18:00:00Z'), zone: 'Pacific/Auckland' })).toBe(
    'Thursday 10 December 2026 at 07:00 (Pacific/Auckland)',
  );
});

test('the time left is counted in days of the calendar, and not told once it has passed', () => {
  const zone = 'Europe/London';
  expect(timeLeft(now, { at: new Date('2026-12-06T23:30:00Z'), zone })).toBe('today');
  expect(timeLeft(now, { at: new Date('2026-12-07T00:30:00Z'), zone })).toBe('tomorrow');
  expect(timeLeft(new Date('2026-03-28T12:00:00Z'), { at: new Date('2026-03-30T11:00:00Z'), zone })).toBe('in 2 days');
  expect(timeLeft(now, { at: now, zone })).toBeNull();
});
