import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '../../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const papers = [
  'SECURITY.md',
  'docs/security/asvs.md',
  'docs/operations/compose.md',
  ...readdirSync(join(root, 'docs/privacy')).map((name) => `docs/privacy/${name}`),
];

const linksOf = (paper: string): string[] =>
  [...read(paper).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
    .map(([, link = '']) => link)
    .filter((link) => !/^https?:/.test(link))
    .map((link) => join(dirname(paper), link));
/** What stands in `code` and looks like a file of the project. */
const pathsOf = (paper: string): string[] =>
  [...read(paper).matchAll(/`((?:apps|libs|tests|tools|docs|deploy|framework)\/[^`\s*]+)`/g)].map(([, path = '']) => path);

test.each(papers)('every file that %s names as its proof is there', (paper) => {
  expect([...linksOf(paper), ...pathsOf(paper)].filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test('files are found where they are named: as links in the threat model, as paths in the checklist', () => {
  expect(linksOf('SECURITY.md').length).toBeGreaterThan(8);
  expect(pathsOf('docs/security/asvs.md').length).toBeGreaterThan(60);
});

test('the record of processing has a line for every table that Facet makes, and none for others', () => {
  const migrations = 'libs/foundations/platform/src/migrations';
  const made = readdirSync(join(root, migrations)).flatMap((file) =>
    [...read(join(migrations, file)).matchAll(/create table (\w+\.\w+)/g)].map(([, table]) => table),
  );
  const recorded = [...read('docs/privacy/record-of-processing.md').matchAll(/^\| `(\w+\.\w+)`/gm)].map(([, table]) => table);
  expect(made.length).toBeGreaterThan(30);
  expect(recorded.toSorted()).toEqual(made.toSorted());
});

test('an item of the security checklist is met by something that can be opened, not applicable for a reason, or not met', () => {
  const items = [...read('docs/security/asvs.md').matchAll(/^\| (\d+\.\d+[^|]*)\|([^|]*)\|([^|]*)\|$/gm)];
  expect(items.length).toBeGreaterThan(40);
  for (const [, item = '', verdict = '', why = ''] of items) {
    expect([item, verdict.trim()]).toEqual([item, expect.stringMatching(/^(met|not applicable|NOT MET)$/)]);
    if (verdict.trim() === 'met') expect([item, why]).toEqual([item, expect.stringMatching(/`[\w./-]+\/[\w./-]+`/)]);
    expect(why.trim().length).toBeGreaterThan(10);
  }
});

test('the sentence about sealed answers is the same on paper and in the command', () => {
  const said = /ABOUT_ANSWERS =\s+'([^']+)' \+\s+'([^']+)'/.exec(read('libs/server/operate/src/export-person/export-person.ts'));
  const plain = (text: string): string => text.replaceAll(/\s*>?\s+/g, ' ');
  expect(plain(read('docs/privacy/access-request.md'))).toContain(`${said?.[1]}${said?.[2]}`);
});
