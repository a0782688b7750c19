import type { Plant } from './plant';

/** In parts, or the law would refuse this very file. */
const ambient = ['now', '()'].join('');
const ambientInSql = ['CURRENT', 'TIMESTAMP'].join('_');
const trust = ['bypassSecurity', 'TrustHtml'].join('');
const component = (attribute: string): string =>
  [
    `import { Component, input } from '@angular/core';`,
    `@Component({ selector: 'facet-planted', template: '<p ${attribute}></p>' })`,
    `export class Planted { readonly words = input(''); }`,
    '',
  ].join('\n');

const domain = 'libs/domain/round/src/states.ts';

export const plantedLines: readonly Plant[] = [
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
    what: 'the domain speaks in the machine’s language',
    file: domain,
    refused: 'export const words = (now: Date): string => now.toDateString();\n',
    allowed: 'export const words = (now: Date): string => now.toISOString();\n',
    rule: 'no-restricted-syntax',
  },
  {
    what: 'a use case asks the machine for the time',
    file: 'libs/server/seal-round/src/close-rounds.ts',
    refused: 'export const due = (closesAt: Date): boolean => closesAt < new Date();\n',
    allowed: 'export const due = (closesAt: Date, now: Date): boolean => closesAt < now;\n',
    rule: 'no-restricted-syntax',
  },
  {
    what: 'a foundation asks the machine for the time',
    file: 'libs/foundations/mail/src/outbox/claim.ts',
    refused: `export const late = (): number => Date.${ambient};\n`,
    allowed: 'export const late = (now: Date): number => now.getTime();\n',
    rule: 'no-restricted-properties',
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
    what: 'SQL asks for a time of its own in other words',
    file: 'libs/foundations/store-rounds/src/rounds.ts',
    refused: `export const sql = (id: string): string => \`select \${id} where closes_at < ${ambientInSql}\`;\n`,
    allowed: 'export const sql = (id: string): string => `select ${id} where closes_at < $1`;\n',
    rule: 'no-restricted-syntax',
  },
  {
    what: 'the domain is spared nothing of what holds everywhere',
    file: domain,
    refused: `export const sql = 'select ${ambient}';\n`,
    allowed: `export const sql = 'select 1';\n`,
    rule: 'no-restricted-syntax',
  },
  {
    what: 'a file switches the law off for itself',
    file: 'libs/server/seal-round/src/seal-round.ts',
    refused: `/* eslint-disable */\nexport const sql = 'select ${ambient}';\n`,
    allowed: `export const sql = 'select 1';\n`,
    rule: 'no-restricted-syntax',
  },
  {
    what: 'a file in another dialect, which the other rules do not reach',
    file: 'libs/domain/round/src/planted.mts',
    refused: 'export const one = 1;\n',
    allowed: 'export const one = 1;\n',
    allowedIn: domain,
    rule: 'no-restricted-syntax',
  },
  {
    what: 'a page writes markup past Angular',
    file: 'libs/web/read-report/src/index.ts',
    refused: 'export const show = (at: Element, words: string): void => { at.innerHTML = words; };\n',
    allowed: 'export const show = (at: Element, words: string): void => { at.textContent = words; };\n',
    rule: 'no-restricted-syntax',
  },
  {
    what: 'a page trusts markup under a name in quotes',
    file: 'libs/web/read-report/src/index.ts',
    refused: `export const trust = (s: Record<string, (h: string) => unknown>): unknown => s['${trust}']?.('<b>');\n`,
    allowed: `export const trust = (s: Record<string, (h: string) => unknown>): unknown => s['sanitize']?.('<b>');\n`,
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
  {
    what: 'a template inside a component renders what somebody wrote as markup',
    file: 'libs/web/read-report/src/planted.ts',
    refused: component('[innerHTML]="words()"'),
    allowed: component('[textContent]="words()"'),
    rule: 'no-restricted-syntax',
  },
];
