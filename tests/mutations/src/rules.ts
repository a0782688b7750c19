import { erasureRules } from './erasure-rules';
import type { Rule } from './rule';
import { whoIsWhoRules } from './who-is-who-rules';

const disclosure = { project: 'libs/domain/disclosure' };
const report = { project: 'libs/domain/report' };

/** Every rule that is taken out, one at a time. */
export const rules: readonly Rule[] = [
  {
    rule: 'a behaviour that fewer than k of a group have seen is withheld',
    file: 'libs/domain/disclosure/src/disclose.ts',
    from: 'n < minimum ? ',
    to: 'n < 1 ? ',
    noticedBy: disclosure,
  },
  {
    rule: 'a group below k is not shown by itself',
    file: 'libs/domain/disclosure/src/fold.ts',
    from: 'const enough = counted.filter((one) => one.sent >= promise.minimum);',
    to: 'const enough = counted;',
    noticedBy: disclosure,
  },
  {
    rule: 'short groups are folded',
    file: 'libs/domain/disclosure/src/fold.ts',
    from: 'const joined = folding(short, enough, promise.minimum);',
    to: 'const joined: readonly Tally[] = [];',
    noticedBy: disclosure,
  },
  {
    rule: 'folded groups that stay below k join the smallest shown group',
    file: 'libs/domain/disclosure/src/fold.ts',
    from: 'return smallest ? [...short, smallest] : [];',
    to: 'return short;',
    noticedBy: disclosure,
  },
  {
    rule: 'a group that is left out leaves every number',
    file: 'libs/domain/disclosure/src/fold.ts',
    from: 'const counted = all.filter(({ group }) => !leftOut.includes(group.code));',
    to: 'const counted = all;',
    noticedBy: disclosure,
  },
  {
    rule: 'all others are withheld where no confidential cell is shown',
    file: 'libs/domain/report/src/pool.ts',
    from: 'if (counted.length === 0) return reason(cells);',
    to: 'if (counted.length === 0 && lineManagers.length === 0) return reason(cells);',
    noticedBy: { ...report, files: 'make-snapshot' },
  },
  {
    rule: 'the audit asks whether fewer than k stand behind any combination of numbers',
    file: 'libs/domain/disclosure/src/audit/find-exposed.ts',
    from: 'holders.size < minimum ? ',
    to: 'holders.size < 2 ? ',
    noticedBy: { ...disclosure, files: 'audit' },
  },
  {
    rule: 'the audit holds a published number of colleagues against the roster',
    file: 'libs/domain/disclosure/src/audit/read-quality.ts',
    from: 'if (figure.n !== raters.length) misnamed.push(name);',
    to: '',
    noticedBy: { ...disclosure, files: 'audit' },
  },
  {
    rule: 'what the audit finds is withheld',
    file: 'libs/domain/report/src/audited-snapshot.ts',
    from: 'if (made.passed) {',
    to: 'if (made.published >= 0) {',
    noticedBy: { ...report, files: 'audited-snapshot' },
  },
  {
    rule: 'a reader of the report who answered as a confidential colleague is reckoned with',
    file: 'libs/domain/report/src/audited-snapshot.ts',
    from: 'readers.filter(({ knows }) => knows.length > 0)',
    to: 'readers.filter(({ knows }) => knows.length < 0)',
    noticedBy: { ...report, files: 'audited-snapshot' },
  },
  {
    rule: 'comments are shown from five colleagues on',
    file: 'libs/domain/disclosure/src/comments.ts',
    from: 'if (pooled.length < promise.commentMinimum)',
    to: 'if (pooled.length < 1)',
    noticedBy: disclosure,
  },
  {
    rule: 'comments are shuffled',
    file: 'libs/domain/disclosure/src/comments.ts',
    from: 'const chosen = nextInt(last + 1);',
    to: 'const chosen = last;',
    noticedBy: disclosure,
  },
  {
    rule: 'comments are sorted before they are shuffled, so that the order written in cannot show',
    file: 'libs/domain/disclosure/src/comments.ts',
    from: 'texts.toSorted()',
    to: '[...texts]',
    noticedBy: disclosure,
  },
  {
    rule: 'an envelope is bound to its round, invitation, framework and stamp',
    file: 'libs/foundations/store-answers/envelopes/src/box.ts',
    from: 'Buffer.from(`facet/1/${round}/${invitation}/${framework}/${stamp}`)',
    to: 'Buffer.from(`facet/1/${[round, invitation, framework, stamp].length}`)',
    noticedBy: { project: 'libs/foundations/store-answers/envelopes' },
  },
  {
    rule: 'an envelope is padded, so that its length does not tell how much was written',
    file: 'libs/foundations/store-answers/envelopes/src/box.ts',
    from: 'Buffer.alloc(Math.ceil((text.length + 4) / STEP) * STEP)',
    to: 'Buffer.alloc(text.length + 4)',
    noticedBy: { project: 'libs/foundations/store-answers/envelopes' },
  },
  {
    rule: 'every transaction enters its role first',
    file: 'libs/foundations/platform/src/database/database.ts',
    from: "set_config('role', $1, true)",
    to: "set_config('facet.role', $1, true)",
    noticedBy: { project: 'tests/platform', files: 'database-roles' },
  },
  {
    rule: 'the role is entered for one transaction, not for the connection',
    file: 'libs/foundations/platform/src/database/database.ts',
    from: "set_config('role', $1, true)",
    to: "set_config('role', $1, false)",
    noticedBy: { project: 'tests/platform', files: 'leaves-nothing-behind' },
  },
  {
    rule: 'the organisation is set for one transaction, not for the connection',
    file: 'libs/foundations/platform/src/database/database.ts',
    from: "set_config('facet.organisation', $2, true)",
    to: "set_config('facet.organisation', $2, false)",
    noticedBy: { project: 'tests/platform', files: 'leaves-nothing-behind' },
  },
  {
    rule: 'the promise is frozen in the database',
    file: 'libs/foundations/platform/src/migrations/2-people.ts',
    from: 'create trigger promise_is_frozen before update on people.round for each row execute function people.keep_promise();',
    to: '',
    noticedBy: { project: 'tests/platform', files: 'what-never-changes' },
  },
  {
    rule: 'no invitation leaves before the coach has checked the list',
    file: 'libs/server/launch-round/src/launch/launch-mails.ts',
    from: "invitation(colleague, 'held')",
    to: 'invitation(colleague, now)',
    noticedBy: { project: 'libs/server/launch-round', files: 'launch-round.spec' },
  },
  {
    rule: 'only the coach confirms the list',
    file: 'libs/server/launch-round/src/after-launch/confirm-colleagues.ts',
    from: "if (as !== 'coach') return { refused: 'not the coach' };",
    to: '',
    noticedBy: { project: 'libs/server/launch-round', files: 'confirm-colleagues' },
  },
  ...whoIsWhoRules,
  ...erasureRules,
];
