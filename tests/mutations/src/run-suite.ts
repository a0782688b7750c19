import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Suite } from './rule';

export interface Verdict {
  readonly passed: number;
  /** Names of the tests that failed. */
  readonly failed: readonly string[];
  /** Test files that did not even run: a mutation that breaks the syntax proves nothing. */
  readonly broken: readonly string[];
}

interface JestResult {
  readonly numPassedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/** Runs a project's tests in a copy of the workspace, in a process of their own. */
export function runSuite(folder: string, { project, files }: Suite): Verdict {
  const output = join(folder, 'verdict.json');
  const jest = join('node_modules', 'jest', 'bin', 'jest.js');
  const words = ['-c', join(project, 'jest.config.mjs'), '--json', `--outputFile=${output}`, '--silent', ...(files ? [files] : [])];
  const { stderr } = spawnSync(process.execPath, ['--experimental-vm-modules', jest, ...words], { cwd: folder, encoding: 'utf8' });
  const result = read(output, stderr);
  const tests = result.testResults.flatMap(({ assertionResults }) => assertionResults);
  return {
    passed: result.numPassedTests,
    failed: tests.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
    broken: result.testResults
      .filter(({ assertionResults }) => assertionResults.length === 0)
      .map(({ name, message }) => `${name}: ${message}`),
  };
}

function read(output: string, stderr: string): JestResult {
  try {
    return JSON.parse(readFileSync(output, 'utf8')) as JestResult;
  } catch (cause) {
    throw new Error(`The suite left no result. It said: ${stderr.slice(-2000)}`, { cause });
  }
}
