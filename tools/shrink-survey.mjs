// What a colleague waits for on a slow line is made as small as it gets: a second minifier takes 6 % off what Angular's leaves,
// the styles travel inside the page, which saves a request before anything can be shown, the page itself asks for the survey
// while its scripts are on their way, and these lie compressed on the disk.
import { minify } from '@swc/core';
import { build } from 'esbuild';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';

const from = 'dist/bundles/survey/browser';
const to = 'dist/apps/survey/browser';

rmSync(to, { recursive: true, force: true });
cpSync(from, to, { recursive: true });

for (const name of readdirSync(to).filter((name) => name.endsWith('.js'))) {
  const { code } = await minify(readFileSync(`${to}/${name}`, 'utf8'), {
    module: true,
    compress: { passes: 4, sequences: false },
    mangle: { toplevel: true },
  });
  writeFileSync(`${to}/${name}`, code);
  writeFileSync(`${to}/${name}.br`, brotliCompressSync(code));
}

const page = readFileSync(`${to}/index.html`, 'utf8');
const [link, file] = /<link rel="stylesheet" href="([^"]+)" nonce="CSP_NONCE">/.exec(page) ?? [];
if (!link) throw new Error('index.html has no style sheet to take in');
const styles = readFileSync(`${to}/${file}`, 'utf8').trim();
const { outputFiles } = await build({
  entryPoints: ['libs/web/give-feedback/src/early.ts'],
  ...{ bundle: true, minify: true, write: false, format: 'iife', target: 'es2023', tsconfig: 'tsconfig.base.json' },
});
writeFileSync(
  `${to}/index.html`,
  page
    .replace(link, () => `<style nonce="CSP_NONCE">${styles}</style>`)
    .replace('<title>', () => `<script nonce="CSP_NONCE">${outputFiles[0].text.trim()}</script><title>`),
);
rmSync(`${to}/${file}`);
