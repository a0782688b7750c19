// What leaders and coaches wait for on a slow line is made small: a second minifier takes 6 % off what Angular's leaves, scripts and
// styles lie compressed on the disk beside what a browser without Brotli takes, and the page itself asks for a report and for the
// scripts that only a report needs.
import { minify } from '@swc/core';
import { build } from 'esbuild';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';

const from = 'dist/bundles/web';
const to = 'dist/apps/web/browser';

rmSync(to, { recursive: true, force: true });
cpSync(`${from}/browser`, to, { recursive: true });

for (const name of readdirSync(to).filter((file) => file.endsWith('.js'))) {
  const { code } = await minify(readFileSync(`${to}/${name}`, 'utf8'), {
    module: true,
    compress: { passes: 4, sequences: false },
    mangle: { toplevel: true },
  });
  writeFileSync(`${to}/${name}`, code);
}
for (const name of readdirSync(to).filter((file) => /\.(js|css)$/.test(file)))
  writeFileSync(`${to}/${name}.br`, brotliCompressSync(readFileSync(`${to}/${name}`)));

const page = readFileSync(`${to}/index.html`, 'utf8');
const { outputs } = JSON.parse(readFileSync(`${from}/browser-stats.json`, 'utf8'));

/** The chunk that begins with this file and all that it imports, but for what the page names anyway. */
const chunksOf = (entry) => {
  const [first] = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === entry) ?? [];
  if (!first) throw new Error(`no chunk begins with ${entry}`);
  const found = new Set([first]);
  for (const name of found)
    for (const { path, kind } of outputs[name]?.imports ?? []) if (kind === 'import-statement' && outputs[path]) found.add(path);
  return [...found].filter((name) => !page.includes(name));
};
const report = new Set(['index.ts', 'report/report.ts'].flatMap((file) => chunksOf(`libs/web/read-report/src/${file}`)));

const early = await build({
  entryPoints: ['libs/web/kit/src/early/early.ts'],
  ...{ bundle: true, minify: true, write: false, format: 'iife', target: 'es2023', tsconfig: 'tsconfig.base.json' },
  define: { REPORT_CHUNKS: JSON.stringify([...report].map((name) => `/${name}`)) },
});
const { text } = early.outputFiles[0];
writeFileSync(
  `${to}/index.html`,
  page.replaceAll(/>\s+</g, '><').replace('<title>', () => `<script nonce="CSP_NONCE">${text.trim()}</script><title>`),
);
