// A Jest reporter that leaves the counts where tools/run-tests.mjs adds them up; Nx keeps the file with the cached result.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What failed in one file; a file that could not be run at all is named itself. */
const namesOf = ({ testFilePath, testResults, testExecError }) => [
  ...(testExecError ? [relative(root, testFilePath)] : []),
  ...testResults.filter(({ status }) => status === 'failed').map(({ fullName }) => `${relative(root, testFilePath)}: ${fullName}`),
];

export default class CountTests {
  onRunComplete(contexts, results) {
    const [context] = contexts;
    if (!context) return;
    const file = `${root}dist/counts/${relative(root, context.config.rootDir)}.json`;
    mkdirSync(dirname(file), { recursive: true });
    const counts = {
      passed: results.numPassedTests,
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      skipped: results.numPendingTests + results.numTodoTests,
      names: results.testResults.flatMap((suite) => namesOf(suite)),
    };
    writeFileSync(file, JSON.stringify(counts));
  }
}
