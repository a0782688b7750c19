import { randomUUID } from 'node:crypto';
import type { LaunchRequest } from '@facet/contract';

interface SampleSchool {
  readonly framework: { readonly id: string };
  readonly coach: { readonly id: string };
}

export const sampleClosing = { date: '2026-12-09', time: '18:00', zone: 'Europe/London' };

/** One line manager, four peers, three direct reports and a governor of another domain. */
export const sampleColleagues = [
  'Ruth Vale <ruth@school.test>, line manager',
  ...['Sam', 'Bo', 'Kim', 'Lee'].map((name) => `${name} Hill <${name.toLowerCase()}@school.test>, peer`),
  ...['Max', 'Uma', 'Zoe'].map((name) => `${name} Day <${name.toLowerCase()}@school.test>, direct report`),
  'Gus Ward <gus@council.test>, governor',
].join('\n');

/** For specs: a launch that nothing is wrong with, of a round that is new each time. */
export const sampleRequest = (school: SampleSchool, change: Partial<LaunchRequest> = {}): LaunchRequest => ({
  id: randomUUID(),
  framework: school.framework.id,
  coach: school.coach.id,
  colleagues: sampleColleagues,
  together: { direct_report: 'alone', other: 'peer' },
  minimum: 3,
  closing: sampleClosing,
  message: 'I would value your honest view.',
  ...change,
});
