import { expect, test } from '@jest/globals';
import { changedGroups, progressInWords, type ConfidentialGroupCode, type RoundPromise } from '@facet/domain-round';
import * as fc from 'fast-check';
import { describeSeal } from './describe-seal';
import { fold, missesPromise } from './fold';
import { confidentialGroups, everyPromise, promiseOf } from './rounds.examples';

const three = promiseOf(3, ['peer'], ['direct_report'], ['other']);

test('a coach who took a peer out is told on what it depends, and not whether the peer had answered', () => {
  expect(describeSeal(three, { peer: 2, direct_report: 4, other: 3 }, { changed: ['peer'] })).toEqual([
    'Peers will be shown by itself if enough have answered, otherwise together with others.',
    'Direct reports will be shown, by itself or together with others.',
    'Governors and partners will be shown, by itself or together with others.',
    'Somebody was taken out or got a new link. What has become of their group is told by the report, and not before.',
    'Comments will be shown in one shuffled list for each question, without names or groups.',
  ]);
  expect(describeSeal(three, { direct_report: 2 }, { changed: ['peer'] })).toEqual([
    'Peers will be shown, by itself or together with others, if enough have answered.',
    'Direct reports will be shown together with others if enough have answered.',
    'Governors and partners will be shown together with others if enough have answered.',
    'Somebody was taken out or got a new link. What has become of their group is told by the report, and not before.',
    'Comments will be shown in one shuffled list for each question, without names or groups, if enough have answered.',
  ]);
});

const counts = fc.record({ peer: fc.nat({ max: 7 }), direct_report: fc.nat({ max: 7 }), other: fc.nat({ max: 7 }) });
const some = fc.uniqueArray(fc.constantFrom(...confidentialGroups), { minLength: 1, maxLength: 2 });

test('what is told of a round with changed groups is true of every report that may come of it', () => {
  fc.assert(
    fc.property(fc.constantFrom(...everyPromise), counts, some, some, (promise, sent, changed, leftOut) => {
      const lines = fold(promise, sent, leftOut);
      const words = describeSeal(promise, sent, { changed, leftOut });
      for (const { label } of promise.groups) {
        const told = words.find((one) => one.startsWith(`${label} will be`)) ?? '';
        const own = lines.find((line) => line.label === label);
        const isTogether = lines.some((line) => line.withheld === null && line.folded.includes(label));
        if (told.endsWith('will be shown together with others.')) expect(isTogether).toBe(true);
        if (told.endsWith('by itself or together with others.')) expect(own?.withheld === null || isTogether).toBe(true);
        if (told.includes('otherwise together with others')) {
          const short = missesPromise(promise, sent).some((group) => group.label === label);
          expect(short ? isTogether : own?.withheld === null).toBe(true);
        }
        if (told.endsWith('left out of every number.')) expect(own?.withheld).toBe('group_left_out');
      }
    }),
  );
});

/** What happens to a round, seen from its coach. A colleague is a place in a group. */
type Step =
  | { readonly what: 'answer'; readonly group: ConfidentialGroupCode; readonly at: number }
  | { readonly what: 'take out' | 'new link'; readonly group: ConfidentialGroupCode; readonly at: number }
  | { readonly what: 'read in the morning' | 'close, read and extend' };

interface Colleague {
  readonly group: ConfidentialGroupCode;
  readonly had: boolean;
  readonly version: number;
  readonly takenOut: boolean;
}

const INVITED = 5;

/** Everything that the coach reads, step by step. `hadAnswered`: for each colleague, group by group, whether they had before it began. */
function readings(promise: RoundPromise, steps: readonly Step[], hadAnswered: readonly boolean[]): { changed: string; text: string }[] {
  let everybody = confidentialGroups.flatMap((group, of) =>
    Array.from({ length: INVITED }, (_, at): Colleague => {
      return { group, had: hadAnswered[of * INVITED + at] ?? false, version: 1, takenOut: false };
    }),
  );
  return steps.flatMap((step) => {
    if ('group' in step) {
      const place = confidentialGroups.indexOf(step.group) * INVITED + step.at;
      everybody = everybody.map((one, at) => (at === place && !one.takenOut ? after(step.what, one) : one));
      return [];
    }
    const sent = Object.fromEntries(
      confidentialGroups.map((group) => [group, everybody.filter((one) => one.group === group && one.had).length]),
    );
    const list = { asked: everybody.filter((one) => !one.takenOut), takenOut: everybody.filter((one) => one.takenOut) };
    const changed = changedGroups(promise, { asked: list.asked, takenOut: list.takenOut.map(({ group }) => ({ group, checked: true })) });
    const short = missesPromise(promise, sent).map(({ code }) => code);
    const enough = new Set(confidentialGroups.filter((code) => !short.includes(code)));
    const text =
      step.what === 'read in the morning'
        ? progressInWords(promise, enough, changed).map(({ label, word }) => `${label}: ${word}`)
        : describeSeal(promise, sent, { changed });
    return [{ changed: changed.join(), text: text.join('\n') }];
  });
}

function after(what: 'answer' | 'take out' | 'new link', one: Colleague): Colleague {
  switch (what) {
    case 'answer':
      return { ...one, had: true };
    case 'take out':
      return { ...one, had: false, takenOut: true };
    case 'new link':
      return { ...one, had: false, version: one.version + 1 };
  }
}

const place = { group: fc.constantFrom(...confidentialGroups), at: fc.nat({ max: INVITED - 1 }) };
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({ what: fc.constant('answer' as const), ...place }),
    fc.record({ what: fc.constantFrom('take out' as const, 'new link' as const), ...place }),
    fc.record({ what: fc.constantFrom('read in the morning' as const, 'close, read and extend' as const) }),
  ),
  { maxLength: 12 },
);
const answers = fc.array(fc.boolean(), { minLength: 3 * INVITED, maxLength: 3 * INVITED });

test('however often a coach extends, takes out, corrects and reads, no word depends on who of a changed group had answered', () => {
  fc.assert(
    fc.property(fc.constantFrom(...everyPromise), steps, answers, answers, (promise, what, here, elsewhere) => {
      // Two worlds that differ only in the promised groups which the coach changes somewhere in the sequence.
      const touched = what.flatMap((step) => (step.what === 'take out' || step.what === 'new link' ? [step.group] : []));
      const groups = promise.groups.filter(({ members }) => members.some((code) => touched.includes(code)));
      const differs = (at: number): boolean =>
        groups.some(({ members }) => members.some((code) => code === confidentialGroups[Math.floor(at / INVITED)]));
      const there = here.map((had, at) => (differs(at) ? (elsewhere[at] ?? false) : had));
      const everyChange = groups.map(({ code }) => code).join();
      // Before the change the words speak of the whole group, as of any; from then on they may not.
      const from = (world: readonly boolean[]) => readings(promise, what, world).filter(({ changed }) => changed === everyChange);
      expect(from(here)).toEqual(from(there));
    }),
    { numRuns: 2_000 },
  );
});

test('where nothing was changed the words do say what would be shown', () => {
  const close: Step[] = [{ what: 'close, read and extend' }];
  const [all, none] = [true, false].map((had) => readings(three, close, Array<boolean>(3 * INVITED).fill(had)));
  expect(all).not.toEqual(none);
});
