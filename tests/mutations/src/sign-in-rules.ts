import type { Rule } from './rule';

const noticedBy = { project: 'libs/foundations/accounts', files: 'second-factor/second-factor' };
const factors = 'libs/foundations/accounts/src/second-factor/second-factors.ts';

/** Who gets in, where a coach's mail alone must not be enough. */
export const signInRules: readonly Rule[] = [
  {
    rule: 'whoever owes the second step gets in nowhere',
    file: 'libs/foundations/accounts/src/session/permission-guard.ts',
    from: 'if (owedStep(found, this.configuration.demo) !== null) throw stepOwed();',
    to: '',
    noticedBy,
  },
  {
    rule: 'a code of an authenticator counts once',
    file: factors,
    from: ' and last_step < $2 returning address',
    to: ' returning address',
    noticedBy,
  },
  {
    rule: 'five wrong codes are waited for',
    file: factors,
    from: "if (factor.tries > TRIES) return 'too many tries';",
    to: '',
    noticedBy,
  },
  {
    rule: 'nobody puts another authenticator in the place of one that they have not proved',
    file: factors,
    from: 'where $5::boolean returning address',
    to: 'where $5::boolean or true returning address',
    noticedBy,
  },
];
