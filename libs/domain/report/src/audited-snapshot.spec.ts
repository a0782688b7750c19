import { auditFor, disclose, poolComments, rosterOf, type AuditReport, type Viewer } from '@facet/domain-disclosure';
import { expect, test } from '@jest/globals';
import { makeAuditedSnapshot } from './audited-snapshot';
import type { ReportInput } from './make-snapshot';
import { framework, own, peer, promise, quality, report } from './reports.examples';

/** All saw quality 2; of quality 1 one peer did not see 1.2, so that three are left there. */
const sheets = [peer(4, 3, 2, 2), peer(4, 5, 3, 3), peer(5, 4, 4, 4), peer(3, null, 5, 5), ...[1, 2, 3, 4].map((r) => report(r, r, r, r))];
const roster = rosterOf(promise, sheets);
const input: ReportInput = {
  framework,
  minimum: promise.minimum,
  disclosure: disclose(framework, promise, sheets),
  comments: { withheld: 'too_few' },
  self: own(5, 5, 5, 5),
  lineManagers: [{ name: 'Mo Line', ...own(2, 2, 2, 2) }],
};
/** Whom the rules of who is who keep away from every report: the first peer reads it too, and knows their own ratings. */
const aColleague = { knows: [0] };

test('a report in which the audit finds nothing is the report as it was made', () => {
  const { snapshot, disclosure, audit, withheld } = makeAuditedSnapshot(input, roster);
  expect({ audit, withheld }).toEqual({ audit: { passed: true, published: 24 }, withheld: [] });
  expect(disclosure).toBe(input.disclosure);
  expect(quality(snapshot, '1').behaviours[1]?.groups[0]).toEqual({ mean: 4, n: 3 });
});

test('a quality in which the audit finds something is withheld with everything that rests on it, and the others stay', () => {
  const { snapshot, disclosure, audit, withheld } = makeAuditedSnapshot(input, roster, [aColleague]);
  const withheldByAudit = { withheld: 'audit' };
  expect({ passed: audit.passed, withheld }).toEqual({ passed: false, withheld: ['1'] });
  expect(quality(snapshot, '1')).toMatchObject({
    self: null,
    groups: [withheldByAudit, withheldByAudit],
    allOthers: withheldByAudit,
    gap: null,
    verdict: null,
    classification: null,
    agreement: null,
  });
  for (const behaviour of quality(snapshot, '1').behaviours)
    expect(behaviour).toMatchObject({
      self: 5,
      lineManagers: [{ name: 'Mo Line', rating: 2 }],
      groups: [withheldByAudit, withheldByAudit],
      allOthers: withheldByAudit,
      gap: null,
      verdict: null,
    });
  const untouched = makeAuditedSnapshot(input, roster).snapshot;
  expect(quality(snapshot, '2')).toEqual(quality(untouched, '2'));
  expect(disclosure.behaviours.slice(0, 2).flatMap(({ cells }) => cells)).toEqual(Array(4).fill(withheldByAudit));
  expect(auditFor(aColleague)(snapshot, roster).findings).toEqual([]);
});

test('a first page names nothing of a quality that the audit withheld', () => {
  const high = [0, 1, 2, 3].map((index) => peer(index === 0 ? null : 5, 5, 5, 1));
  const all = { ...input, disclosure: disclose(framework, promise, high) };
  const strengths = (...readers: Viewer[]) =>
    makeAuditedSnapshot(all, rosterOf(promise, high), readers).snapshot.firstPage.confirmedStrengths;
  expect(strengths({ knows: [] })).toContain('1.1');
  expect(strengths({ knows: [] }, { knows: [3] })).not.toContain('1.1');
});

test('a finding above all qualities withholds them all, and one that does not go away even then is a fault that stops the report', () => {
  const once = (findings: number): AuditReport => {
    let left = findings;
    return () => ({ passed: left-- <= 0, published: 0, findings: [{ kind: 'not what it says', quality: null, figure: 'line 1' }] });
  };
  expect(makeAuditedSnapshot(input, roster, [], once(1)).withheld).toEqual(['1', '2']);
  expect(() => makeAuditedSnapshot(input, roster, [], once(2))).toThrow('withheld already');
});

test('what a second audit finds is withheld too, in the framework’s order', () => {
  const inTurn =
    (...qualities: string[]): AuditReport =>
    () => {
      const next = qualities.shift();
      return { passed: next === undefined, published: 0, findings: next ? [{ kind: 'exposed', quality: next, raters: [0] }] : [] };
    };
  expect(makeAuditedSnapshot(input, roster, [], inTurn('2', '1')).withheld).toEqual(['1', '2']);
});

test('comments that the audit finds fault with are withheld by themselves, and every figure stays', () => {
  const nextInt = (): number => 0;
  const comments = poolComments(
    framework,
    { ...promise, commentMinimum: 3 as 5 },
    sheets.slice(0, 4).map(({ group }) => ({ group, comments: { '1': { seen: 'At open evenings.', help: '' } } })),
    nextInt,
  );
  const four = sheets.slice(0, 4);
  const made = { ...input, disclosure: disclose(framework, promise, four) };
  const audited = makeAuditedSnapshot({ ...made, comments }, rosterOf(promise, four));
  expect(audited).toMatchObject({ audit: { passed: false }, withheld: [], comments: { withheld: 'too_few' } });
  expect(audited.snapshot).toEqual(makeAuditedSnapshot(made, rosterOf(promise, four)).snapshot);
});
