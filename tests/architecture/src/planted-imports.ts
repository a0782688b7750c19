import type { Plant } from './plant';

const uses = (library: string): string => `import * as reached from '${library}';\nexport const use = reached;\n`;
const imports = (what: string, file: string, library: string, instead: string): Plant => ({
  ...{ what, file, rule: '@nx/enforce-module-boundaries' },
  refused: uses(library),
  allowed: uses(instead),
});
/** Not the answers themselves, but a library that reaches them. */
const throughAThird = (what: string, file: string, library: string, instead: string): Plant => ({
  ...imports(what, file, library, instead),
  only: 'answers:never',
});

const domain = 'libs/domain/round/src/states.ts';

export const plantedImports: readonly Plant[] = [
  imports('the domain reads the contract', domain, '@facet/contract', '@facet/domain-framework'),
  imports('the domain uses an npm package', domain, 'luxon', '@facet/domain-framework'),
  imports('what is asked depends on what is promised', 'libs/domain/framework/src/framework.ts', '@facet/domain-round', './answers'),
  imports('the contract uses more than the schema library', 'libs/contract/src/welcome.ts', 'luxon', 'zod'),
  imports('charts read the domain', 'libs/charts/src/index.ts', '@facet/domain-report', 'd3-scale'),
  imports('the words of the report read the domain', 'libs/report-in-words/src/index.ts', '@facet/domain-report', '@facet/contract'),
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
  throughAThird(
    'the launch reaches answers through the seal',
    'libs/server/launch-round/src/launch-round.module.ts',
    '@facet/server-seal-round',
    '@facet/mail',
  ),
  throughAThird(
    'the leader’s pages reach the report’s rules through the server’s report',
    'libs/web/launch-round/src/index.ts',
    '@facet/server-read-report',
    '@facet/domain-round',
  ),
  throughAThird(
    'mail reaches envelopes through the survey',
    'libs/foundations/mail/src/mail.module.ts',
    '@facet/server-give-feedback',
    '@facet/platform',
  ),
  {
    ...imports(
      'a page computes statistics through the rules of the report',
      'libs/web/give-feedback/src/index.ts',
      '@facet/domain-report',
      '@facet/domain-round',
    ),
    only: 'platform:web',
  },
];
