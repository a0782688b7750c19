import { disclose, poolComments } from '@facet/domain-disclosure';
import type { Framework, Rating } from '@facet/domain-framework';
import { makeSnapshot, type Snapshot } from '@facet/domain-report';
import type { RoundPromise } from '@facet/domain-round';

/** Five peers who agree on 1.1 (4, 4, 4, 5, 2) and of whom two saw 2.1; sealed without the direct reports. */
export function exampleSnapshot(framework: Framework, promise: RoundPromise, lineManager = 'Mary Line'): Snapshot {
  const peers = (
    [
      [4, 3],
      [4, 2],
      [4, null],
      [5, null],
      [2, null],
    ] as [Rating, Rating][]
  ).map(([first, second], at) => ({
    group: 'peer' as const,
    ratings: { '1.1': first, '2.1': second },
    comments: { '1': { seen: `comment ${at}` } },
  }));
  return makeSnapshot({
    framework,
    minimum: promise.minimum,
    disclosure: disclose(framework, promise, peers, ['direct_report']),
    comments: poolComments(framework, promise, peers, () => 0, ['direct_report']),
    self: { ratings: { '1.1': 3, '2.1': 5 }, comments: {} },
    lineManagers: [{ name: lineManager, ratings: { '1.1': 5 }, comments: { '1': { help: 'More time.' } } }],
  });
}
