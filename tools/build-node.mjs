// node tools/build-node.mjs ENTRY FOLDER [--watch]: bundles a program with the workspace libraries it uses; npm packages stay outside.
import { transform } from '@swc/core';
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { context } from 'esbuild';
import { swc } from './jest.mjs';

const [entry, folder, watch] = process.argv.slice(2);
const name = basename(entry, '.ts');
let running;
const swcPlugin = {
  name: 'swc',
  setup(build) {
    build.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, 'utf8'), { ...swc, filename: path, sourceMaps: 'inline', swcrc: false });
      return { contents: code, loader: 'js' };
    });
    if (watch)
      build.onEnd(({ errors }) => {
        if (errors.length) return;
        const start = () => (running = spawn(process.execPath, ['--enable-source-maps', `${folder}/${name}.js`], { stdio: 'inherit' }));
        if (running?.exitCode === null) running.once('exit', start).kill('SIGTERM');
        else start();
      });
  },
};
const build = await context({
  entryPoints: { [name]: entry },
  outdir: folder,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  packages: 'external',
  sourcemap: true,
  tsconfig: 'tsconfig.base.json',
  plugins: [swcPlugin],
  logLevel: 'warning',
});
if (watch) await build.watch();
else {
  await build.rebuild();
  await build.dispose();
}
