// Run it after every change to letter.mjml: node libs/foundations/mail/src/layout/compile.ts
import mjml2html from 'mjml';
import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';

const source = new URL('letter.mjml', import.meta.url);
export const compiled = new URL('letter.compiled.ts', import.meta.url);

/** MJML is needed while developing, never while running: the result is kept as a module of its own. */
export async function compileLayout(): Promise<string> {
  const { html, errors } = await mjml2html(await readFile(source, 'utf8'), { validationLevel: 'strict' });
  if (errors.length > 0) throw new Error(errors.map(({ formattedMessage }) => formattedMessage).join('\n'));
  const lines = html
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const module = `/** Made from letter.mjml by compile.ts. */\nexport const layout = ${JSON.stringify(lines)}.join('\\n');\n`;
  const style = await resolveConfig(compiled);
  return format(module, { ...style, parser: 'typescript' });
}

if (import.meta.main) await writeFile(compiled, await compileLayout());
