import { FileVault } from '@facet/answer-links';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { path, ReportView } from '@facet/contract';
import type { Framework } from '@facet/domain-framework';
import { testSchool, TestSite } from '@facet/testing';
import { testRound } from '@facet/testing-rounds';
import { modules, raters, sealedAt, Stage } from '../stage.examples';
import { sampleReport } from './sample-report';

const site = await TestSite.open(sealedAt, modules);
afterAll(() => site.close());
const stage = new Stage(site, async (domain) => {
  const school = await testSchool(site.db, domain);
  return { school, round: await testRound(site.db, school, new FileVault(site.configuration.keysFolder), { raters }) };
});
beforeAll(() => stage.begin());

const seven: Framework = {
  name: 'Seven qualities',
  language: 'en-GB',
  scale: { points: [1, 2, 3, 4, 5].map((value) => ({ value, label: `Point ${value}` })), notObserved: 'Not observed' },
  prompts: { seen: 'Seen?', help: 'Help?' },
  qualities: [1, 2, 3, 4, 5, 6, 7].map((code) => ({
    ...{ code: `${code}`, name: `Quality ${code}`, definition: '' },
    behaviours: [1, 2, 3, 4].map((at) => ({ code: `${code}.${at}`, text: `Behaviour ${code}.${at}` })),
  })),
  reflection: [],
  conversation: [],
};

test('whoever is signed in sees a sample on their own framework before any launch, about nobody', async () => {
  for (const browser of [stage.leader, stage.coach, await stage.as(stage.school.administrator)]) {
    const { status, body } = await browser.get(path.sampleReport);
    expect(status).toBe(200);
    expect(ReportView.parse(body)).toMatchObject({ leader: 'Robin Vale', framework: { name: stage.school.framework.content.name } });
    expect(JSON.stringify(body)).not.toContain('Ada Okafor');
  }
  expect(await site.signedOut().get(path.sampleReport)).toMatchObject({ status: 401 });
});

test('the sample is the same for everybody, and has something to show in every part of a report', () => {
  const report = sampleReport({ content: seven, version: 1 });
  expect(sampleReport({ content: seven, version: 1 })).toEqual(report);
  const { confirmedStrengths, blindSpots, hiddenStrengths } = report.firstPage;
  for (const list of [confirmedStrengths, blindSpots, hiddenStrengths]) expect(list.length).toBeGreaterThan(0);
  expect(report.groups.some(({ folded, withheld }) => folded.length > 0 || withheld !== null)).toBe(true);
  expect(report.comments.qualities.every(({ seen, help }) => seen.length + help.length > 0)).toBe(true);
});
