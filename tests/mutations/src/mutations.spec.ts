import { afterAll, expect, test } from '@jest/globals';
import { fileURLToPath } from 'node:url';
import { Copy } from './copy';
import type { Suite } from './rule';
import { rules } from './rules';
import { runSuite } from './run-suite';

const MINUTES = 60_000;
const copy = Copy.of(fileURLToPath(new URL('../../..', import.meta.url)));
afterAll(() => copy.remove());

const suites = [...new Map(rules.map(({ noticedBy }) => [JSON.stringify(noticedBy), noticedBy])).values()];
const named = ({ project, files }: Suite): string => (files ? `${project} (${files})` : project);

test.each(suites.map((suite) => [named(suite), suite] as const))(
  'with every rule in place %s is green',
  (_, suite) => {
    const { passed, failed, broken } = runSuite(copy.folder, suite);
    expect({ failed, broken }).toEqual({ failed: [], broken: [] });
    expect(passed).toBeGreaterThan(0);
  },
  10 * MINUTES,
);

test.each(rules.map((rule) => [rule.rule, rule] as const))(
  'it is noticed when this is taken out: %s',
  (_, rule) => {
    const { failed, broken } = copy.without(rule, () => runSuite(copy.folder, rule.noticedBy));
    expect(broken).toEqual([]);
    expect(failed).not.toEqual([]);
  },
  10 * MINUTES,
);
