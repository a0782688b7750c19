import { text } from 'node:stream/consumers';
import { ESLint } from 'eslint';

// A program: reads [{ file, code }] from standard input and prints what lint says of each text, as if it stood in that file. A
// process of its own, because ESLint loads its configuration in ways that Jest's modules do not allow.
const texts = JSON.parse(await text(process.stdin)) as { readonly file: string; readonly code: string }[];
const eslint = new ESLint();
const messages = [];
for (const { file, code } of texts) messages.push((await eslint.lintText(code, { filePath: file }))[0]?.messages ?? []);
process.stdout.write(JSON.stringify(messages));
