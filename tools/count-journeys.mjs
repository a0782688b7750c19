// A Playwright reporter that leaves the counts where tools/run-tests.mjs adds them up.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

export default class CountJourneys {
  constructor({ suite }) {
    this.file = fileURLToPath(new URL(`../dist/counts/tests/${suite}.json`, import.meta.url));
  }

  onBegin(_, suite) {
    this.suite = suite;
  }

  onEnd() {
    const counts = { passed: 0, failed: 0, skipped: 0, names: [] };
    for (const test of this.suite.allTests()) {
      const outcome = test.outcome();
      const count = outcome === 'expected' ? 'passed' : outcome === 'skipped' ? 'skipped' : 'failed';
      counts[count] += 1;
      if (count === 'failed') counts.names.push(test.titlePath().filter(Boolean).join(' › '));
    }
    mkdirSync(dirname(this.file), { recursive: true });
    writeFileSync(this.file, JSON.stringify(counts));
  }
}
