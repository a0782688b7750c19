import { createHash } from 'node:crypto';
import type { Framework, Rating, Sheet } from '@facet/domain-framework';
import { demoColleagues } from './demo-people';

/** What colleagues of the demo school tend to give each quality, in tenths of a point: strengths and weaknesses worth a debrief. */
const tendencies: Readonly<Record<string, number>> = { '1': 39, '2': 36, '3': 31, '4': 43, '5': 34, '6': 42, '7': 29 };
/** How much more, or less, a leader gives themselves. */
const selfView: Readonly<Record<string, number>> = { '1': 4, '2': -2, '3': 9, '4': -8, '5': 3, '6': 1, '7': 11 };

const seen: Readonly<Record<string, readonly string[]>> = {
  '1': ['The review after the open evening changed how we plan the next one.', 'Stops the meeting to ask what we have learnt.'],
  '2': ['Brought three sets of figures to the timetable discussion and asked what they leave out.'],
  '3': ['Visited the two primary schools and came back with the reading project.'],
  '4': ['Noticed that the new team was struggling before anybody said so.', 'Remembers what people told her weeks ago.'],
  '5': ['Explained the change to the marking policy in five minutes and then asked for doubts.'],
  '6': ['Sat in the training on the same side of the table as everyone else.', 'Names small successes in the Friday briefing.'],
  '7': ['Had the difficult conversation about the exam entries herself.'],
};
const help: Readonly<Record<string, readonly string[]>> = {
  '1': ['An hour in the diary that nobody can book.'],
  '3': ['Taking somebody along to the cluster meetings.', 'More news from outside, even when it is unfinished.'],
  '5': ['Saying earlier what will not change.'],
  '7': ['Feedback within the week, also when it is uncomfortable.', 'Being clearer about what happens when something is not done.'],
};

/** The same answers every time: a number from 0 to 99 that depends on nothing but these words. */
const chance = (...words: string[]): number => (createHash('sha256').update(words.join('/')).digest()[0] ?? 0) % 100;

/** One person's answers about one leader of the demo school. */
export function demoSheet(framework: Framework, leader: string, rater: string, own: boolean): Sheet {
  const ratings: Record<string, Rating> = {};
  const comments: Record<string, { seen?: string; help?: string }> = {};
  for (const quality of framework.qualities) {
    for (const { code } of quality.behaviours)
      ratings[code] = rating(quality.code, code, leader, rater, own, framework.scale.points.length);
    const written = { ...pick(seen, quality.code, leader, rater, 'seen'), ...pick(help, quality.code, leader, rater, 'help') };
    if (!own && Object.keys(written).length > 0) comments[quality.code] = written;
  }
  return { ratings, comments, named: true };
}

function rating(quality: string, code: string, leader: string, rater: string, own: boolean, highest: number): Rating {
  if (!own && chance(leader, rater, code, 'not observed') < 7) return null;
  const tendency = (tendencies[quality] ?? 35) + (own ? (selfView[quality] ?? 0) : chance(rater, 'leniency') / 10 - 5);
  const drawn = Math.round((tendency + (chance(leader, rater, code) - 50) / 5) / 10);
  return Math.min(highest, Math.max(1, drawn));
}

/** Each text is one colleague's: nobody at the demo school writes what somebody else has written. */
function pick(
  texts: Readonly<Record<string, readonly string[]>>,
  quality: string,
  leader: string,
  rater: string,
  question: 'seen' | 'help',
): object {
  const authors = demoColleagues
    .map(({ name }) => name)
    .toSorted((a, b) => chance(leader, quality, question, a) - chance(leader, quality, question, b));
  const text = texts[quality]?.[authors.indexOf(rater)];
  return text === undefined ? {} : { [question]: text };
}
