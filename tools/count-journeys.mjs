// A Playwright reporter that leaves the counts where tools/run-tests.mjs adds them up.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const file = fileURLToPath(new URL('../dist/counts/tests/journeys.json', import.meta.url));

export default class CountJourneys {
  onBegin(_, suite) {
    this.suite = suite;
  }

  onEnd() {
    const counts = { passed: 0, failed: 0, skipped: 0 };
    for (const test of this.suite.allTests()) {
      const outcome = test.outcome();
      counts[outcome === 'expected' ? 'passed' : outcome === 'skipped' ? 'skipped' : 'failed'] += 1;
    }
    mkdirSync(new URL('.', `file://${file}`), { recursive: true });
    writeFileSync(file, JSON.stringify(counts));
  }
}
