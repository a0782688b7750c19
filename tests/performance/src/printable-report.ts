import { ReportView } from '@facet/contract';
import { disclose, poolComments } from '@facet/domain-disclosure';
import type { Framework } from '@facet/domain-framework';
import { isLittleToRead, makeSnapshot } from '@facet/domain-report';
import { confidentialGroups } from '@facet/domain-round';
import { random } from './random';
import { framework as bare, sampleRound } from './sample-round';

const prose = 'Looks at how a thing went with those whom it touched and lets that change what is done next time in the whole school'.split(
  ' ',
);
const words = (length: number, next: () => number): string =>
  Array.from({ length }, () => prose[Math.floor(next() * prose.length)] ?? '').join(' ');

/** As long as frameworks for leaders are: names of six words, definitions of thirty, behaviours of fourteen. */
const worded = (next: () => number): Framework => ({
  ...bare,
  prompts: { seen: words(12, next), help: words(9, next) },
  qualities: bare.qualities.map((quality) => ({
    ...quality,
    name: words(6, next),
    definition: words(32, next),
    behaviours: quality.behaviours.map(({ code }) => ({ code, text: words(14, next) })),
  })),
});

/** A report of about twelve pages: twelve colleagues in three groups, of whom one in four writes to each question. Each seed makes another. */
export function printableReport(seed: number): ReportView {
  const next = random(seed + 1);
  const framework = worded(next);
  const { promise } = sampleRound(12, 3);
  const answers = () => ({
    ratings: Object.fromEntries(
      framework.qualities.flatMap(({ behaviours }) => behaviours.map(({ code }) => [code, 1 + Math.floor(next() * 5)])),
    ),
    comments: Object.fromEntries(
      framework.qualities.flatMap(({ code }) => (next() < 1 / 4 ? [[code, { seen: words(16, next), help: words(12, next) }]] : [])),
    ),
  });
  const sheets = Array.from({ length: 12 }, (_, at) => ({ group: confidentialGroups[at % 3] ?? ('peer' as const), ...answers() }));
  const snapshot = makeSnapshot({
    framework,
    minimum: promise.minimum,
    disclosure: disclose(framework, promise, sheets),
    comments: poolComments(framework, promise, sheets, (below) => Math.floor(next() * below)),
    self: answers(),
    lineManagers: [{ name: 'Mo Line', ...answers() }],
  });
  return ReportView.parse({
    ...snapshot,
    little: isLittleToRead(snapshot),
    comments: { ...snapshot.comments, withheldByCoach: [] },
    ...{ round: '7f9c2a34-1111-4222-8333-444455556666', state: 'sealed', as: 'coach' },
    ...{ leader: `Leader ${seed}`, coach: 'Grace Hill', organisation: 'Hillside School' },
    ...{ framework: { name: framework.name, version: 1 }, sealedOn: '9 December 2026', releasedOn: null, releasedByItself: false },
  });
}
