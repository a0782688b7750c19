import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { performance } from 'node:perf_hooks';
import type { ReportView } from '@facet/contract';
import { PressRoom, reportDocument, usualLimits } from '@facet/server-read-report';
import { middle } from './measure';
import { printableReport } from './printable-report';

// What a report as PDF costs: nx run performance:pdf. Figures of this machine at this moment.
const ONE_BY_ONE = 40;
const AT_ONCE = 200;
const ORGANISATIONS = 10;
const MEGABYTE = 1024 * 1024;

const room = new PressRoom({ ...usualLimits, presses: 1, documents: Number.POSITIVE_INFINITY, memory: Number.POSITIVE_INFINITY });
const print = async (report: ReportView, organisation = 'one'): Promise<Uint8Array> => {
  const typeset = await room.set({ compose: () => reportDocument(report), organisation, signal: new AbortController().signal });
  if (!('pdf' in typeset)) throw new Error(`not printed: ${typeset.refused}`);
  return typeset.pdf;
};
/** Megabytes that the process of the press has in memory now, and the most that it ever had (Linux). */
const memory = (): { now: number; most: number } => {
  const [id = 0] = room.processIds;
  const status = readFileSync(`/proc/${id}/status`, 'utf8');
  const kilobytes = (name: string): number => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? NaN);
  return { now: (kilobytes('VmRSS') * 1024) / MEGABYTE, most: (kilobytes('VmHWM') * 1024) / MEGABYTE };
};
/** Milliseconds of a processor that the process of the press has used: what a busy machine does not change (Linux, 100 ticks a second). */
const processor = (): number => {
  const fields = readFileSync(`/proc/${room.processIds[0] ?? 0}/stat`, 'utf8').split(' ');
  return 10 * (Number(fields[13]) + Number(fields[14]));
};
const pagesOf = (pdf: Uint8Array): number =>
  [
    ...Buffer.from(pdf)
      .toString('latin1')
      .matchAll(/\/Type\s*\/Page\b/g),
  ].length;
const say = (line: string): boolean => process.stdout.write(`${line}\n`);

const begun = performance.now();
const first = await print(printableReport(0));
say(
  `P11. The first report, its process started: ${(performance.now() - begun).toFixed(0)} ms, ${pagesOf(first)} pages, ${first.length} bytes`,
);

const used = processor();
const times: number[] = [];
for (let run = 1; run <= ONE_BY_ONE; run++) {
  const report = printableReport(run);
  const asked = performance.now();
  await print(report);
  times.push(performance.now() - asked);
}
const { median, fastest, slowest } = middle(times);
const warm = memory();
say(`Warm, one by one, ${ONE_BY_ONE} different reports: median ${median.toFixed(0)} ms (${fastest.toFixed(0)} to ${slowest.toFixed(0)})`);
say(`Of a processor: ${((processor() - used) / ONE_BY_ONE).toFixed(0)} ms each; load average ${loadavg()[0]?.toFixed(1) ?? ''}`);
say(`Memory of the process: ${warm.now.toFixed(0)} MB, at most ${warm.most.toFixed(0)} MB`);

const together = performance.now();
const reports = Array.from({ length: AT_ONCE }, (_, at) => printableReport(1000 + at));
const own = process.memoryUsage.rss();
await Promise.all(reports.map(async (report, at) => (await print(report, `organisation ${at % ORGANISATIONS}`)).length));
const after = memory();
say(`${AT_ONCE} at once: ${((performance.now() - together) / AT_ONCE).toFixed(0)} ms each`);
say(`Memory of the process: ${warm.now.toFixed(0)} MB before, ${after.now.toFixed(0)} MB after, at most ${after.most.toFixed(0)} MB`);
say(`Memory of whoever asks: ${(own / MEGABYTE).toFixed(0)} MB before, ${(process.memoryUsage.rss() / MEGABYTE).toFixed(0)} MB after`);
await room.onModuleDestroy();
