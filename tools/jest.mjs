import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import presets from 'jest-preset-angular/presets/index.js';

const { createEsmPreset } = presets;

const root = fileURLToPath(new URL('..', import.meta.url));
const { paths } = JSON.parse(readFileSync(new URL('../tsconfig.base.json', import.meta.url), 'utf8')).compilerOptions;
const workspaceLibraries = Object.fromEntries(Object.entries(paths).map(([name, [file]]) => [`^${name}$`, file.replace('./', root)]));

/** The one swc setting, shared by Jest and by tools/build-node.mjs. */
export const swc = {
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
  module: { type: 'es6' },
  sourceMaps: true,
};

/** FACET_PROPERTY_RUNS=10000: every property on so many cases. */
const atLength = process.env.FACET_PROPERTY_RUNS
  ? {
      '^fast-check$': `${root}tools/properties-at-length.mjs`,
      '^fast-check-itself$': `${root}node_modules/fast-check/lib/fast-check.js`,
    }
  : {};

const common = {
  cacheDirectory: `${root}node_modules/.cache/jest`,
  testTimeout: process.env.FACET_PROPERTY_RUNS ? 3_600_000 : 60_000, // for what hangs, on a machine that is slow or busy
  forceExit: true, // a failed test that leaves a server open would otherwise hang the run for ever
  reporters: ['default', `${root}tools/count-tests.mjs`],
};

export const node = (configUrl) => ({
  ...common,
  rootDir: fileURLToPath(new URL('.', configUrl)),
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', swc] },
  moduleNameMapper: { ...workspaceLibraries, ...atLength },
});

export const angular = (configUrl) => {
  const rootDir = fileURLToPath(new URL('.', configUrl));
  const preset = createEsmPreset({ tsconfig: `${rootDir}tsconfig.json` });
  return {
    ...preset,
    ...common,
    rootDir,
    setupFilesAfterEnv: [`${rootDir}src/test-setup.ts`],
    moduleNameMapper: { ...preset.moduleNameMapper, ...workspaceLibraries },
  };
};
