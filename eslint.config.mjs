import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import prettier from 'eslint-config-prettier/flat';
import { existsSync } from 'node:fs';
import ts from 'typescript-eslint';

// The boundary rule is skipped, with no more than a warning, when Nx has no project graph: refuse to lint instead.
for (const needed of ['package-lock.json', 'node_modules/.package-lock.json'])
  if (!existsSync(new URL(needed, import.meta.url)))
    throw new Error(`${needed} is missing: the boundary rule would let npm packages through`);

const everything = ['domain', 'charts', 'contract', 'reading', 'foundation', 'journey', 'operate', 'kit', 'web-journey', 'testing'].map(
  (l) => `layer:${l}`,
);

/** The law of the tree. Each line: who, and what they may reach. */
export const law = [
  { sourceTag: 'layer:app', onlyDependOnLibsWithTags: everything },
  { sourceTag: 'layer:tests', onlyDependOnLibsWithTags: everything },
  { sourceTag: 'layer:contract', onlyDependOnLibsWithTags: [], allowedExternalImports: ['zod'] },
  { sourceTag: 'layer:domain', onlyDependOnLibsWithTags: ['layer:domain'], allowedExternalImports: [] },
  { sourceTag: 'layer:charts', onlyDependOnLibsWithTags: [], allowedExternalImports: ['d3-scale', 'd3-shape'] },
  { sourceTag: 'layer:reading', onlyDependOnLibsWithTags: ['layer:charts', 'layer:contract'], allowedExternalImports: [] },
  { sourceTag: 'layer:foundation', onlyDependOnLibsWithTags: ['layer:foundation', 'layer:domain', 'layer:contract'] },
  {
    sourceTag: 'layer:journey',
    onlyDependOnLibsWithTags: ['layer:foundation', 'layer:domain', 'layer:contract', 'layer:charts', 'layer:reading'],
  },
  { sourceTag: 'layer:operate', onlyDependOnLibsWithTags: ['layer:journey', 'layer:foundation', 'layer:domain', 'layer:contract'] },
  { sourceTag: 'layer:kit', onlyDependOnLibsWithTags: ['layer:charts', 'layer:contract'] },
  {
    sourceTag: 'layer:web-journey',
    onlyDependOnLibsWithTags: ['layer:kit', 'layer:charts', 'layer:contract', 'layer:domain', 'layer:reading'],
  },
  { sourceTag: 'layer:testing', onlyDependOnLibsWithTags: ['layer:testing', 'layer:foundation', 'layer:contract', 'layer:domain'] },

  { sourceTag: 'domain:framework', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'domain:round', onlyDependOnLibsWithTags: ['domain:framework'] },
  { sourceTag: 'domain:statistics', onlyDependOnLibsWithTags: ['domain:framework'] },
  { sourceTag: 'domain:disclosure', onlyDependOnLibsWithTags: ['domain:framework', 'domain:round', 'domain:statistics'] },
  { sourceTag: 'domain:report', onlyDependOnLibsWithTags: ['domain:framework', 'domain:round', 'domain:statistics', 'domain:disclosure'] },

  // Mail, accounts, the leader's journey and the pages never reach an answer, not even through a third library.
  { sourceTag: 'answers:never', notDependOnLibsWithTags: ['answers:holds'] },
  { sourceTag: 'answers:released-only', notDependOnLibsWithTags: ['door:envelopes'] },
  ...['answers:holds', 'door:envelopes', 'door:released'].map((sourceTag) => ({ sourceTag, onlyDependOnLibsWithTags: ['*'] })),

  { sourceTag: 'platform:any', onlyDependOnLibsWithTags: ['platform:any'] },
  {
    sourceTag: 'platform:web',
    onlyDependOnLibsWithTags: ['platform:web', 'platform:any'],
    notDependOnLibsWithTags: ['domain:statistics'],
    bannedExternalImports: ['@nestjs/*', 'typeorm', 'bullmq', 'pg', 'ioredis', 'nodemailer'],
  },
  {
    sourceTag: 'platform:server',
    onlyDependOnLibsWithTags: ['platform:server', 'platform:any'],
    notDependOnLibsWithTags: ['platform:web'],
    bannedExternalImports: ['@angular/*'],
  },
];

/** Specs may also use Jest, fast-check and our testing library. */
const lawForSpecs = law.map((rule) => ({
  ...rule,
  ...('allowedExternalImports' in rule && { allowedExternalImports: [...rule.allowedExternalImports, '@jest/globals', 'fast-check'] }),
  ...(rule.sourceTag.startsWith('layer:') &&
    'onlyDependOnLibsWithTags' in rule && { onlyDependOnLibsWithTags: [...rule.onlyDependOnLibsWithTags, 'layer:testing'] }),
}));
const boundaries = (depConstraints) => ({
  '@nx/enforce-module-boundaries': [
    'error',
    { depConstraints, allow: [], banTransitiveDependencies: true, enforceBuildableLibDependency: false },
  ],
});

/**
 * ESLint keeps only the last setting of a rule that reaches a file: whoever adds to these lists for some files repeats the ones above.
 */
const markup = 'Text is text: nothing a person wrote becomes markup.';
const sqlClock = /\b(now\(\)|current_(timestamp|date|time)\b|local(timestamp|time)\b|(transaction|statement)_timestamp|timeofday\(\))/i;
const everywhere = [
  { selector: 'MemberExpression[property.name=/^bypassSecurityTrust/], Literal[value=/^bypassSecurityTrust/]', message: markup },
  { selector: 'AssignmentExpression > MemberExpression.left[property.name=/^(inner|outer)HTML$/]', message: markup },
  { selector: 'CallExpression[callee.property.name="insertAdjacentHTML"]', message: markup },
  {
    selector: `Literal[value=${sqlClock}], TemplateElement[value.raw=${sqlClock}]`,
    message: 'SQL of ours takes its time from platform/clock.',
  },
];

const ambient = 'Take the time and chance as arguments.';
const noAmbientProperties = [
  { object: 'Date', property: 'now', message: ambient },
  { object: 'Math', property: 'random', message: ambient },
];
const noAmbientTime = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0], CallExpression[callee.name="Date"]', message: ambient },
];
const noMachine = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length>1]', message: 'This reads the time zone of the machine.' },
  {
    selector:
      'MemberExpression[property.name=/^(get|set)(FullYear|Month|Date|Day|Hours|Minutes)$|^to(Locale|Date|Time)|^getTimezoneOffset$/]',
    message: 'This reads the time zone or language of the machine.',
  },
  { selector: 'ImportExpression', message: 'A dynamic import escapes the boundary rule.' },
];

export default ts.config(
  { ignores: ['**/dist', '**/node_modules', '**/.angular', '**/.nx', 'data', 'tools', '**/jest.config.mjs', '*.mjs'] },
  {
    files: ['**/*.ts'],
    extends: [...ts.configs.strictTypeChecked],
    plugins: { '@nx': nx },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { noInlineConfig: true },
    rules: {
      ...boundaries(law),
      '@typescript-eslint/triple-slash-reference': ['error', { lib: 'never', path: 'never', types: 'never' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // Marked as deprecated only to stand out; configuration lets plain http through on loopback alone.
      '@typescript-eslint/no-deprecated': [
        'error',
        { allow: [{ from: 'package', package: 'openid-client', name: 'allowInsecureRequests' }] },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off', // refuses every options object of NestJS
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'no-restricted-syntax': ['error', ...everywhere],
    },
  },
  { files: ['**/*.spec.ts'], rules: boundaries(lawForSpecs) },
  {
    files: ['libs/domain/**/*.ts', 'libs/charts/**/*.ts', 'libs/report-in-words/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-globals': ['error', 'globalThis', 'eval', 'Function', 'Intl'],
      'no-restricted-properties': ['error', ...noAmbientProperties],
      'no-restricted-syntax': ['error', ...everywhere, ...noAmbientTime, ...noMachine],
    },
  },
  {
    // The clock is PostgreSQL's. Only the demo, which moves that clock, must ask the machine.
    files: ['libs/server/**/*.ts', 'libs/foundations/**/*.ts'],
    ignores: ['**/*.spec.ts', 'libs/server/operate/**'],
    rules: {
      'no-restricted-properties': ['error', ...noAmbientProperties],
      'no-restricted-syntax': ['error', ...everywhere, ...noAmbientTime],
    },
  },
  {
    files: ['apps/web/**/*.ts', 'apps/survey/**/*.ts', 'libs/web/**/*.ts'],
    extends: [...angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: { '@angular-eslint/component-selector': ['error', { type: 'element', prefix: ['facet', 'kit'], style: 'kebab-case' }] },
  },
  {
    files: ['**/*.html'],
    ignores: ['**/index.html'],
    linterOptions: { noInlineConfig: true },
    extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility],
    rules: {
      'no-restricted-syntax': ['error', { selector: 'BoundAttribute[name=/^(inner|outer)HTML$|^srcdoc$/i]', message: markup }],
    },
  },
  {
    files: ['**/*.{js,mjs,cjs,mts,cts,jsx,tsx}'],
    rules: { 'no-restricted-syntax': ['error', { selector: 'Program', message: 'Write .ts: other files escape the rules.' }] },
  },
  prettier,
);
