import { text } from 'node:stream/consumers';
import { ESLint, type Linter } from 'eslint';

interface Law {
  readonly law: readonly { readonly sourceTag: string }[];
}

// A program: reads [{ file, code, only }] from standard input and prints what lint says of each text, as if it stood in that file;
// with `only`, under the law's line for that tag and no other. A process of its own, because ESLint loads its configuration in ways
// that Jest's modules do not allow.
const texts = JSON.parse(await text(process.stdin)) as { readonly file: string; readonly code: string; readonly only?: string }[];
const { law } = (await import(new URL('../../../eslint.config.mjs', import.meta.url).href)) as Law;

const linters = new Map<string, ESLint>();
function linterFor(only = ''): ESLint {
  const known = linters.get(only);
  if (known) return known;
  const depConstraints = law.filter(({ sourceTag }) => sourceTag === only);
  const rules: Linter.RulesRecord = { '@nx/enforce-module-boundaries': ['error', { depConstraints, allow: [] }] };
  const made = only === '' ? new ESLint() : new ESLint({ overrideConfig: { files: ['**/*.ts'], rules } });
  linters.set(only, made);
  return made;
}

const messages = [];
for (const { file, code, only } of texts) messages.push((await linterFor(only).lintText(code, { filePath: file }))[0]?.messages ?? []);
process.stdout.write(JSON.stringify(messages));
