import type { Rule } from './rule';

const afterLaunch = (files: string): Rule['noticedBy'] => ({ project: 'libs/server/launch-round', files });
const database = { project: 'tests/platform', files: 'who-is-who' };
const migration = 'libs/foundations/platform/src/migrations/2-people.ts';

/** Who may be on a list, and who may read it. */
export const whoIsWhoRules: readonly Rule[] = [
  {
    rule: 'nobody changes groups once the coach has confirmed them',
    file: 'libs/domain/round/src/who-is-who/change-the-list.ts',
    from: "if (checked) return 'invited already';",
    to: '',
    noticedBy: { project: 'libs/domain/round', files: 'change-the-list' },
  },
  {
    rule: 'the database keeps groups, too',
    file: migration,
    from: 'create trigger group_is_kept before update on people.invitation for each row execute function people.keep_group();',
    to: '',
    noticedBy: database,
  },
  {
    rule: 'whoever was taken out does not come back in another group',
    file: 'libs/domain/round/src/who-is-who/read-additions.ts',
    from: 'if (owners.has(ownerOf(email, parties.asciiDomain)))',
    to: 'if (false)',
    noticedBy: { project: 'libs/domain/round', files: 'read-additions' },
  },
  {
    rule: 'a colleague who is added waits for the coach’s check',
    file: 'libs/server/launch-round/src/after-launch/add-colleagues.ts',
    from: "invitationMail(invitation, 1, 'held')",
    to: 'invitationMail(invitation, 1, tx.now)',
    noticedBy: afterLaunch('add-colleagues'),
  },
  {
    rule: 'nobody is confirmed unseen',
    file: 'libs/server/launch-round/src/after-launch/confirm-colleagues.ts',
    from: "if (list !== nameOfList(invited)) return { refused: 'another list' };",
    to: '',
    noticedBy: afterLaunch('confirm-colleagues'),
  },
  {
    rule: 'the word of a group waits for the closing once somebody was taken out of it',
    file: 'libs/domain/round/src/progress-in-words.ts',
    from: "word: changed.includes(code) ? 'told at closing' :",
    to: 'word:',
    noticedBy: afterLaunch('take-out-colleague'),
  },
  {
    rule: 'an address that is corrected begins with an empty page',
    file: 'libs/server/launch-round/src/after-launch/give-new-link.ts',
    from: 'if (checked) await this.invitations.startAfresh(tx, invitation);',
    to: '',
    noticedBy: afterLaunch('correct-address'),
  },
  {
    rule: 'an address that the leader puts right waits for the coach’s check',
    file: 'libs/server/launch-round/src/after-launch/propose-address.ts',
    from: 'if (colleague.checked) {',
    to: 'if (!colleague.checked) {',
    noticedBy: afterLaunch('propose-address'),
  },
  {
    rule: 'an answer that waited while its colleague was taken out is refused',
    file: 'libs/server/give-feedback/src/survey-door.ts',
    from: "if (!(await this.status.enter(tx, hash))) return { refused: 'unknown' };",
    to: '',
    noticedBy: { project: 'libs/server/give-feedback', files: 'taken-out' },
  },
  {
    rule: 'a round is given to nobody who was asked in it',
    file: 'libs/server/launch-round/src/coaching/give-round.ts',
    from: 'if (why !== null) return { refused: why };',
    to: '',
    noticedBy: afterLaunch('give-round'),
  },
  {
    rule: 'the database keeps coach and confidential colleagues apart, too',
    file: migration,
    from: 'create trigger coach_is_no_colleague before insert or update of coach on people.round',
    to: 'create trigger coach_is_no_colleague before insert on people.round',
    noticedBy: database,
  },
];
