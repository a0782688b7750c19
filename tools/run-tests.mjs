// npm test: everything that must hold, and at the end one line that counts it.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';

const LIMIT_MINUTES = 40;
const partial = process.env.FACET_TEST_PARTIAL === '1';
const failures = [];
const notRun = [];

provide('redis-server', ['/usr/bin/redis-server', '/usr/local/bin/redis-server'], ['queue on Redis']);
provide('chromium', ['/usr/bin/chromium', process.env.CHROMIUM ?? ''], ['journeys']);

rmSync('dist/counts', { recursive: true, force: true });
const nx = 'node_modules/nx/dist/bin/nx.js';
const many = (targets, ...words) => [nx, 'run-many', '-t', ...targets, '--output-style=static', '--nxBail=false', '--parallel=2', ...words];
await step('formatted', ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.']);
await step('lint, types, tests and builds', many(['lint', 'typecheck', 'test', 'build']));
if (!notRun.includes('journeys')) await step('journeys in the browser', many(['journeys', 'accessibility'], '--parallel=1'));
await step('every bad input has its test', ['tools/check-rows.mjs']);

let passed = 0;
let failed = 0;
let skipped = 0;
for (const file of globSync('dist/counts/**/*.json')) {
  const counts = JSON.parse(readFileSync(file, 'utf8'));
  passed += counts.passed;
  failed += counts.failed;
  skipped += counts.skipped;
  for (const name of counts.names) console.error(`failed: ${name}`);
}
for (const name of failures) console.error(`failed: ${name}`);
for (const name of notRun) console.error(`not run: ${name}`);
if (failures.length > 0) failed ||= 1;
if (passed === 0) failed ||= 1;
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed > 0 || (notRun.length > 0 && !partial) ? 1 : 0);

/** Debian's packages when we may install them; otherwise the suites that need them are named and counted as not run. */
function provide(name, places, suites) {
  const here = () => places.some((place) => place && existsSync(place));
  if (here()) return;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.error(`Installing ${name} …`);
    const quiet = { stdio: ['ignore', 'ignore', 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    spawnSync('apt-get', ['update', '-qq'], quiet);
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], quiet);
  }
  if (!here()) notRun.push(...suites);
}

/** A suite that hangs must not hang the whole run: it is ended with everything that it started. */
function step(name, command) {
  console.error(`\n== ${name}`);
  const begun = Date.now();
  return new Promise((done) => {
    const child = spawn(process.execPath, command, { stdio: 'inherit', detached: true });
    const timer = setTimeout(() => process.kill(-child.pid, 'SIGKILL'), LIMIT_MINUTES * 60_000);
    const forward = (signal) => () => process.kill(-child.pid, signal);
    const [interrupt, terminate] = [forward('SIGINT'), forward('SIGTERM')];
    process.once('SIGINT', interrupt).once('SIGTERM', terminate);
    child.on('exit', (code) => {
      clearTimeout(timer);
      process.off('SIGINT', interrupt).off('SIGTERM', terminate);
      console.error(`== ${name}: ${code === 0 ? 'passed' : 'FAILED'} after ${Math.round((Date.now() - begun) / 1000)} s`);
      if (code !== 0) failures.push(name, ...(command[0] === nx ? tasksThatFailed(begun) : []));
      done();
    });
  });
}

/** From Nx's note of its last run, so that the last lines tell what to look at. */
function tasksThatFailed(begun) {
  const note = '.nx/cache/run.json';
  if (!existsSync(note)) return [];
  const { run, tasks } = JSON.parse(readFileSync(note, 'utf8'));
  return Date.parse(run.endTime) < begun ? [] : tasks.filter(({ status }) => status !== 0).map(({ taskId }) => taskId);
}
