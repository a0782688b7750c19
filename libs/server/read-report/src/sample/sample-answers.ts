import type { SentRatings } from '@facet/domain-disclosure';
import type { Framework, Rating } from '@facet/domain-framework';
import type { OwnAnswers } from '@facet/domain-report';
import type { ConfidentialGroupCode, RoundPromise } from '@facet/domain-round';
import { dice } from './dice';
import { sampleWords } from './sample-words';

type Words = Record<string, { seen?: string; help?: string }>;
export type SampleSheet = SentRatings & { readonly comments: Words };

/** Two governors are too few: the sample shows what becomes of a small group. */
const people: readonly [ConfidentialGroupCode, number][] = [
  ['peer', 5],
  ['direct_report', 6],
  ['other', 2],
];
/** So often a colleague has not seen something. */
const UNSEEN = 0.08;

export const samplePromise: RoundPromise = {
  minimum: 3,
  commentMinimum: 5,
  groups: [
    { code: 'peer', label: 'Peers', members: ['peer'] },
    { code: 'direct_report', label: 'Direct reports', members: ['direct_report'] },
    { code: 'other', label: 'Governors and partners', members: ['other'] },
  ],
};

export interface SampleAnswers {
  readonly colleagues: readonly SampleSheet[];
  readonly self: OwnAnswers;
  readonly lineManager: OwnAnswers;
}

/**
 * What made-up people answered about a made-up leader: the leader stands above their colleagues on some behaviours, below on others, and
 * close to them on most, so that every part of a report has something to show. The same for the same framework, always.
 */
export function sampleAnswers({ qualities, scale }: Framework): SampleAnswers {
  const roll = dice(7);
  const [low, high] = [scale.points[0]?.value ?? 1, scale.points.at(-1)?.value ?? 5];
  const within = (value: number): number => Math.min(high, Math.max(low, Math.round(value)));
  const behaviours = qualities.flatMap((quality) => quality.behaviours.map(({ code }, at) => ({ code, at })));
  const levels = new Map(behaviours.map(({ code }) => [code, low + (high - low) * (0.5 + 0.45 * roll())]));
  const levelOf = (code: string): number => levels.get(code) ?? low;

  const ratings = (lean: (code: string, at: number) => number, unseen: number): Record<string, Rating> =>
    Object.fromEntries(
      behaviours.map(({ code, at }): [string, Rating] => [
        code,
        roll() < unseen ? null : within(levelOf(code) + lean(code, at) + (roll() - 0.5) * 1.4),
      ]),
    );
  const comments = (): Words =>
    Object.fromEntries(
      qualities.map(({ code }) => {
        const seen = sampleWords.seen[Math.floor(roll() * sampleWords.seen.length * 3)];
        const help = sampleWords.help[Math.floor(roll() * sampleWords.help.length * 3)];
        return [code, { ...(seen !== undefined && { seen }), ...(help !== undefined && { help }) }];
      }),
    );
  const ownLean = (_: string, at: number): number => [0, 1.6, 0, -1.6, 0.3][at % 5] ?? 0;
  return {
    colleagues: people.flatMap(([group, count]) =>
      Array.from({ length: count }, () => ({
        group,
        ratings: ratings(() => (group === 'peer' ? 0.2 : -0.1), UNSEEN),
        comments: comments(),
      })),
    ),
    self: { ratings: ratings(ownLean, 0), comments: {} },
    lineManager: { ratings: ratings(() => 0.2, 0), comments: comments() },
  };
}
