import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { plantedImports } from './planted-imports';
import { plantedLines } from './planted-lines';

const root = join(import.meta.dirname, '../../..');

interface Graph {
  readonly nodes: Readonly<
    Record<string, { readonly data: { readonly root: string; readonly tags: readonly string[]; readonly targets: object } }>
  >;
  readonly dependencies: Readonly<Record<string, readonly { readonly target: string }[]>>;
}

/** The graph that lint judges by, made anew: without one the boundary rule would let everything through. */
function makeGraph(): Graph {
  const file = join(mkdtempSync(join(tmpdir(), 'facet-graph-')), 'graph.json');
  execFileSync(process.execPath, ['node_modules/nx/dist/bin/nx.js', 'graph', `--file=${file}`], {
    cwd: root,
    env: { ...process.env, NX_DAEMON: 'false' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return (JSON.parse(readFileSync(file, 'utf8')) as { graph: Graph }).graph;
}

const graph = makeGraph();
const projects = Object.entries(graph.nodes).map(([name, { data }]) => ({ name, ...data }));
const { law } = (await import(join(root, 'eslint.config.mjs'))) as { law: readonly { readonly sourceTag: string }[] };

test('every project says its layer and its platform, in words that the law knows', () => {
  const known = new Set(law.map(({ sourceTag }) => sourceTag));
  for (const { name, tags } of projects) {
    expect([name, tags.filter((tag) => !known.has(tag) && !tag.startsWith('npm:'))]).toEqual([name, []]);
    for (const kind of ['layer:', 'platform:'])
      expect([name, kind, tags.filter((tag) => tag.startsWith(kind)).length]).toEqual([name, kind, 1]);
  }
});

test('every project is linted and type-checked', () => {
  for (const { name, targets } of projects)
    expect([name, Object.keys(targets)]).toEqual([name, expect.arrayContaining(['lint', 'typecheck'])]);
});

test('every project with tests runs them', () => {
  const specs = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.spec.ts', '*.journey.ts'], {
    cwd: root,
    encoding: 'utf8',
  });
  const paths = specs.trim().split('\n');
  for (const { name, root: folder, targets } of projects) {
    const wanted = [
      ...(paths.some((path) => path.startsWith(`${folder}/src/`) && path.endsWith('.spec.ts')) ? ['test'] : []),
      ...(paths.some((path) => path.startsWith(`${folder}/src/`) && path.endsWith('.journey.ts')) ? ['journeys'] : []),
    ];
    expect([name, Object.keys(targets)]).toEqual([name, expect.arrayContaining(wanted)]);
  }
});

test('mail, accounts, the launch and every page but the survey are barred from answers', () => {
  const pages = projects.filter(({ name, tags }) => tags.includes('platform:web') && name !== 'web-give-feedback' && name !== 'survey');
  const barred = ['mail', 'accounts', 'server-launch-round', 'server-run-organisation', ...pages.map(({ name }) => name)];
  for (const name of barred) expect([name, graph.nodes[name]?.data.tags]).toEqual([name, expect.arrayContaining(['answers:never'])]);
});

test('nobody of these reaches an answer, not even through a third library', () => {
  const holds = new Set(projects.filter(({ tags }) => tags.includes('answers:holds')).map(({ name }) => name));
  expect(holds.size).toBeGreaterThan(4);
  const reachable = (from: string, seen = new Set<string>()): Set<string> => {
    for (const { target } of graph.dependencies[from] ?? []) if (!seen.has(target)) reachable(target, seen.add(target));
    return seen;
  };
  expect([...reachable('server-seal-round')].filter((name) => holds.has(name))).not.toEqual([]);
  for (const { name } of projects.filter(({ tags }) => tags.includes('answers:never')))
    expect([name, [...reachable(name)].filter((reached) => holds.has(reached))]).toEqual([name, []]);
});

test('every source file belongs to a project', () => {
  const words = ['ls-files', '-co', '--exclude-standard', 'apps', 'libs', 'tests'];
  const files = execFileSync('git', words, { cwd: root, encoding: 'utf8' }).trim().split('\n');
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((file) => !projects.some((project) => file.startsWith(`${project.root}/`)))).toEqual([]);
});

test.each([
  ['server', 'server-launch-round'],
  ['server-seal-round', 'domain-disclosure'],
  ['web', 'web-read-report'],
  ['mail', 'domain-round'],
])('Nx has read that %s imports %s', (from, to) => {
  expect(graph.dependencies[from]?.map(({ target }) => target)).toContain(to);
});

interface Message {
  readonly ruleId: string | null;
  readonly severity: number;
}

function lint(texts: readonly { readonly file: string; readonly code: string; readonly only?: string | undefined }[]): Message[][] {
  const options = { cwd: root, input: JSON.stringify(texts), encoding: 'utf8', maxBuffer: 100_000_000 } as const;
  return JSON.parse(execFileSync(process.execPath, ['tests/architecture/src/lint-texts.ts'], options)) as Message[][];
}

const plants = [...plantedImports, ...plantedLines];
const said = lint(
  plants.flatMap(({ file, refused, allowed, allowedIn, only }) => [
    { file, code: refused, only },
    { file: allowedIn ?? file, code: allowed, only },
  ]),
);

test.each(plants.map((plant, at) => ({ ...plant, refusal: said[2 * at] ?? [], innocence: said[2 * at + 1] ?? [] })))(
  'refused: $what',
  ({ rule, refusal, innocence }) => {
    expect(refusal.filter(({ ruleId, severity }) => ruleId === rule && severity === 2)).not.toEqual([]);
    expect(innocence.filter(({ ruleId }) => ruleId === rule)).toEqual([]);
  },
);
