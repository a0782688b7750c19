// node tools/build-node.mjs ENTRY FOLDER [--watch]: bundles a program with the workspace libraries it uses; npm packages stay outside.
// What lies in a folder `assets` beside a source that is bundled goes into a folder `assets` beside the bundle: programs built, the rest as it is.
import { transform } from '@swc/core';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { build, context } from 'esbuild';
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
const bundled = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  packages: 'external',
  sourcemap: true,
  tsconfig: 'tsconfig.base.json',
  logLevel: 'warning',
};
const assetsPlugin = {
  name: 'assets',
  setup({ onEnd }) {
    onEnd(async ({ metafile }) => {
      const sources = new Set(Object.keys(metafile?.inputs ?? {}).map((path) => join(dirname(path), 'assets')));
      for (const source of [...sources].filter((path) => existsSync(path)))
        for (const file of await readdir(source)) await takeAlong(join(source, file), join(folder, 'assets'));
    });
  },
};
async function takeAlong(file, to) {
  await mkdir(to, { recursive: true });
  if (file.endsWith('.ts')) await build({ ...bundled, entryPoints: [file], outdir: to, plugins: [swcPlugin] });
  else await copyFile(file, join(to, basename(file)));
}
const program = await context({
  ...bundled,
  entryPoints: { [name]: entry },
  outdir: folder,
  metafile: true,
  plugins: [assetsPlugin, swcPlugin],
});
if (watch) await program.watch();
else {
  await program.rebuild();
  await program.dispose();
}
