/**
 * The promise in English. `{…}` is filled in: {leader}, {coach}, {rater}, {closes} anywhere; {size}, {group}, {minimum},
 * {commentMinimum} where they stand. Another language is another file with the same names.
 */
export const english = {
  heading: 'Your view of {leader}’s leadership',
  headingSelf: 'Your view of your own leadership',
  identity: 'You are answering as {rater} about {leader}.',
  identitySelf: 'You are answering as {rater}, about yourself.',
  named: 'I know that my ratings and my words are shown under my name.',

  yourGroup: 'Your group',
  oneOf: 'You are one of {size} colleagues ({group}). Your answers are confidential.',
  oneOfTogether: 'You are one of {size} colleagues ({group}), answering as one group. Your answers are confidential.',
  onlyOne: 'Your group, {group}, has no other colleague at present. Your answers are confidential.',
  noGroup: 'Your answers are confidential.',
  ownView: 'This is your own view. It stands beside what your colleagues say and is not mixed with it.',
  lineManager: 'You answer as {leader}’s line manager. Your answers are not mixed with those of any group and stand under your name.',
  groups: { peer: 'peers', direct_report: 'direct reports', other: 'governors and partners' },
  and: '{first} and {last}',

  whoSees: 'Who sees what',
  colleagueSeen:
    '{coach}, the coach, reads the report first, then {leader}: averages of groups, and comments word for word, shuffled, without names.',
  onlyManagerNamed: 'Only a line manager is named.',
  selfSeen:
    '{coach}, your coach, or a coach who takes over, sees your ratings and words in the report, and you see them when it is released.',
  managerSeen:
    '{coach}, the coach, or a coach who takes over, and then {leader} see your ratings and your words under your name. All other colleagues are confidential.',

  fewAnswer: 'When few answer',
  few: 'A figure needs at least {minimum} colleagues behind it, comments at least {commentMinimum} who answered.',
  fewForOthers:
    'This protects your colleagues: a figure needs at least {minimum} of them behind it, comments at least {commentMinimum} who answered.',
  smallGroup: 'If your group is smaller',
  smallGroupText: 'A group with too few answers is counted together with others, or left out.',

  whoChecked: 'Who checked the list',
  checked: 'The coach, or somebody in their stead, before the invitations left.',
  notChecked: 'The coach, or somebody in their stead, checks who is in which group before any colleague is invited.',

  untilWhen: 'Changing your mind',
  until: 'Change or withdraw your answers until {closes}. They count only once sent.',

  whetherAnswered: 'Whether you have answered',
  whetherAnsweredText:
    'Nobody is shown your own ratings, or whether you have answered. The report says how many of a group did; where all did, that says it of each.',
  otherCoach: 'If the coach changes',
  otherCoachText: 'A coach who takes the round over reads the report in the place of {coach}. A line manager knows that they are named.',
  notPromised: 'What cannot be promised',
  notPromisedText: 'Your way of writing may be recognised, and colleagues may compare notes.',
};

export type PromiseWording = typeof english;
