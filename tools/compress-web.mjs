// Scripts and styles of the leaders' and coaches' application lie compressed on the disk, beside what a browser without Brotli takes.
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';

const to = 'dist/apps/web/browser';

rmSync(to, { recursive: true, force: true });
cpSync('dist/bundles/web/browser', to, { recursive: true });
for (const name of readdirSync(to).filter((file) => /\.(js|css)$/.test(file)))
  writeFileSync(`${to}/${name}.br`, brotliCompressSync(readFileSync(`${to}/${name}`)));
