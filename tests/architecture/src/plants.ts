/** A line that the law refuses, in the file where somebody might write it, and its innocent twin. */
export interface Plant {
  readonly what: string;
  readonly file: string;
  readonly refused: string;
  readonly allowed: string;
  readonly rule: string;
}

const BOUNDARIES = '@nx/enforce-module-boundaries';
const uses = (library: string): string => `import * as reached from '${library}';\nexport const use = reached;\n`;
const imports = (what: string, file: string, library: string, instead: string): Plant => ({
  ...{ what, file, rule: BOUNDARIES },
  refused: uses(library),
  allowed: uses(instead),
});

/** In two parts, or the law would refuse this very file. */
const ambient = ['now', '()'].join('');
const domain = 'libs/domain/round/src/states.ts';

export const plants: readonly Plant[] = [
  imports('the domain reads the contract', domain, '@facet/contract', '@facet/domain-framework'),
  imports('the domain uses an npm package', domain, 'luxon', '@facet/domain-framework'),
  imports('what is asked depends on what is promised', 'libs/domain/framework/src/framework.ts', '@facet/domain-round', './answers'),
  imports('the contract uses more than the schema library', 'libs/contract/src/welcome.ts', 'luxon', 'zod'),
  imports('charts read the domain', 'libs/charts/src/index.ts', '@facet/domain-report', 'd3-scale'),
  imports('a journey imports another', 'libs/server/launch-round/src/launch-round.module.ts', '@facet/server-seal-round', '@facet/mail'),
  imports(
    'a foundation imports a journey',
    'libs/foundations/accounts/src/accounts.module.ts',
    '@facet/server-launch-round',
    '@facet/mail',
  ),
  imports(
    'the launch reaches answers',
    'libs/server/launch-round/src/launch-round.module.ts',
    '@facet/store-answers-envelopes',
    '@facet/store-rounds',
  ),
  imports('mail reaches what may be shown', 'libs/foundations/mail/src/mail.module.ts', '@facet/domain-disclosure', '@facet/domain-round'),
  imports(
    'accounts reach released numbers',
    'libs/foundations/accounts/src/accounts.module.ts',
    '@facet/store-answers-released',
    '@facet/store-rounds',
  ),
  imports(
    'the report reaches envelopes',
    'libs/server/read-report/src/read-report.ts',
    '@facet/store-answers-envelopes',
    '@facet/store-answers-released',
  ),
  imports(
    'the leader’s pages reach the report’s rules',
    'libs/web/launch-round/src/index.ts',
    '@facet/domain-report',
    '@facet/domain-round',
  ),
  imports('a page computes statistics', 'libs/web/give-feedback/src/index.ts', '@facet/domain-statistics', '@facet/domain-framework'),
  imports('a page uses the server’s framework', 'apps/web/src/main.ts', '@nestjs/common', '@angular/core'),
  imports('a page uses a server library', 'apps/web/src/main.ts', '@facet/platform', '@facet/contract'),
  imports('the server uses Angular', 'apps/server/src/app.ts', '@angular/core', '@nestjs/common'),
  imports('the server uses a page’s library', 'apps/server/src/app.ts', '@facet/web-kit', '@facet/contract'),
  imports('an ordinary file uses a testing library', 'libs/server/seal-round/src/seal-round.ts', '@facet/testing', '@facet/platform'),
  imports('a package that is not ours to use', 'libs/foundations/mail/src/mail.module.ts', 'undici', 'nodemailer'),
  {
    what: 'the domain asks the machine for the time',
    file: domain,
    refused: `export const late = (): number => Date.${ambient};\n`,
    allowed: 'export const late = (now: Date): number => now.getTime();\n',
    rule: 'no-restricted-properties',
  },
  {
    what: 'the domain reads the machine’s time zone',
    file: domain,
    refused: 'export const hour = (now: Date): number => now.getHours();\n',
    allowed: 'export const hour = (now: Date): number => now.getUTCHours();\n',
    rule: 'no-restricted-syntax',
  },
  {
    what: 'the domain draws lots',
    file: 'libs/domain/disclosure/src/fold.ts',
    refused: 'export const lot = (): number => Math.random();\n',
    allowed: 'export const lot = (next: () => number): number => next();\n',
    rule: 'no-restricted-properties',
  },
  {
    what: 'the domain opens the door to Node’s types',
    file: domain,
    refused: '/// <reference types="node" />\nexport const one = 1;\n',
    allowed: 'export const one = 1;\n',
    rule: '@typescript-eslint/triple-slash-reference',
  },
  {
    what: 'the domain switches the law off for a line',
    file: domain,
    refused: `// eslint-disable-next-line no-restricted-properties\nexport const late = (): number => Date.${ambient};\n`,
    allowed: 'export const late = 1;\n',
    rule: 'no-restricted-properties',
  },
  {
    what: 'the domain loads a library at run time',
    file: domain,
    refused: 'export const load = (name: string): Promise<unknown> => import(name) as Promise<unknown>;\n',
    allowed: 'export const load = (name: string): string => name;\n',
    rule: 'no-restricted-syntax',
  },
  {
    what: 'SQL asks for a time of its own',
    file: 'libs/foundations/store-rounds/src/rounds.ts',
    refused: `export const sql = 'update people.round set sealed_at = ${ambient}';\n`,
    allowed: `export const sql = 'update people.round set sealed_at = $1';\n`,
    rule: 'no-restricted-syntax',
  },
  {
    what: 'a page trusts markup that somebody wrote',
    file: 'libs/web/read-report/src/index.ts',
    refused: 'export const trust = (s: { bypassSecurityTrustHtml(h: string): unknown }): unknown => s.bypassSecurityTrustHtml("<b>");\n',
    allowed: 'export const trust = (s: { sanitize(h: string): unknown }): unknown => s.sanitize("<b>");\n',
    rule: 'no-restricted-syntax',
  },
  {
    what: 'a template renders what somebody wrote as markup',
    file: 'libs/web/launch-round/src/launch/planted.html',
    refused: '<p [innerHTML]="comment()"></p>\n',
    allowed: '<p [textContent]="comment()"></p>\n',
    rule: 'no-restricted-syntax',
  },
];
