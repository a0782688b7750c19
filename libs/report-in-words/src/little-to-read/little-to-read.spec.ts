import { dumbbell } from '@facet/charts';
import type { ReportView } from '@facet/contract';
import { expect, test } from '@jest/globals';
import { example, nearlyEmpty, unseen } from '../report.examples';
import { namedFigures, shownFigures } from './figures';
import { littleInWords } from './little-in-words';
import { nothingOn, qualitiesToRead } from './what-there-is';

const [listens, plans] = nearlyEmpty.qualities;
if (!listens || !plans) throw new Error('The example has two qualities.');
const said = (report: ReportView): string => littleInWords(report).paragraphs.join(' ');
const steps = (report: ReportView): string[] => littleInWords(report).steps.map(({ what }) => what);

test('it says what can be read, and why the rest is not here', () => {
  expect(littleInWords(nearlyEmpty).paragraphs).toEqual([
    'Too few colleagues answered for any number of theirs to be shown. What fewer than 3 confidential colleagues rated is shown nowhere and enters no number, so that nobody can be found out.',
    'What you can read is Ada Okafor’s own view, and what Mo Line rated and wrote under their own name. Comments of confidential colleagues are not shown either, for the same reason.',
    'It says nothing about how Ada Okafor leads.',
  ]);
});

test('where colleagues answered who had seen too little, it says that, and not that they did not answer', () => {
  expect(said(unseen)).toContain('Colleagues answered, but none of the 3 behaviours had been seen by enough of them.');
  expect(said({ ...example, little: true })).toContain('Colleagues’ numbers can be shown on 2 of 3 behaviours;');
  expect(said(unseen)).toContain('Comments of colleagues are here too');
});

test('no word of it says how many answered, nor asks for them to be looked for', () => {
  for (const as of ['coach', 'leader'] as const)
    for (const report of [nearlyEmpty, unseen]) {
      const all = [said(report), ...littleInWords({ ...report, as }).steps.map(({ how }) => how)].join(' ');
      expect(all.match(/\d+/g)?.filter((number) => !['3', '6'].includes(number))).toEqual([]);
      expect(all).not.toMatch(/anonym|sorry|unfortunately|fail|!/i);
    }
});

test('the coach is led to the conversation, a new round and the release; the leader to the first two', () => {
  const both = ['Talk all the same', 'Ask again, and more people'];
  expect(steps(nearlyEmpty)).toEqual([...both, 'Release it']);
  expect(steps({ ...nearlyEmpty, state: 'released', releasedOn: '9 December 2026' })).toEqual(both);
  expect(steps({ ...nearlyEmpty, as: 'leader', state: 'released', releasedOn: '9 December 2026' })).toEqual(both);
});

test('a quality is there with what stands under a name; one with nothing is named, and takes no room', () => {
  const silent = { ...plans, behaviours: plans.behaviours.map((one) => ({ ...one, self: null })) };
  const report = { ...nearlyEmpty, qualities: [listens, silent] };
  expect(qualitiesToRead(report).map(({ quality, questions }) => [quality.name, questions.map(({ asked }) => asked)])).toEqual([
    ['Listens', ['Where have you seen this?', 'What would help?']],
  ]);
  expect(nothingOn(report)).toBe('There is nothing to read on 2 “Plans”.');
  expect(nothingOn(nearlyEmpty)).toBe('There is nothing to read on 2 “Plans”.');
});

test('a question without words is left out, but not one to which the coach withholds some', () => {
  const withheldByCoach = [{ quality: '2', question: 'seen' as const, count: 1 }];
  const report = { ...unseen, comments: { ...unseen.comments, withheldByCoach } };
  const [, second] = qualitiesToRead(report);
  expect(second?.questions.map(({ asked, note }) => [asked, note])).toEqual([
    ['Where have you seen this?', 'One comment here is withheld by the coach.'],
  ]);
});

test('the table of a quality has a column for whoever rated any of it, and for nobody else', () => {
  const columns = (report: ReportView): readonly string[] => {
    const data = namedFigures(report, report.qualities[0] ?? listens);
    return data ? dumbbell(data, 640).table.columns : [];
  };
  expect(columns(nearlyEmpty)).toEqual(['Self', 'Mo Line (line manager)']);
  const noOwnView = { ...listens, behaviours: listens.behaviours.map((one) => ({ ...one, self: null })) };
  expect(columns({ ...nearlyEmpty, qualities: [noOwnView, plans] })).toEqual(['Mo Line (line manager)']);
});

test('what is shown of colleagues stands in one chart without an empty line', () => {
  expect(shownFigures(example)?.rows.map(({ code }) => code)).toEqual(['1.1', '1.2']);
  expect(shownFigures(nearlyEmpty)).toBeNull();
});
