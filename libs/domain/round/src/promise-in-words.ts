import { isConfidential, labelOf, type ConfidentialGroupCode, type GroupCode, type Invited } from './groups';
import { invitedIn } from './make-promise';
import type { PromisedGroup, RoundPromise } from './promise';

export interface PromiseFacts {
  readonly leader: string;
  readonly coach: string;
  readonly rater: { readonly name: string; readonly group: GroupCode };
  readonly promise: RoundPromise;
  /** Who is in each group at present, not at the launch: a colleague reads how many they are now. */
  readonly invited: Invited;
  readonly lineManagers: number;
  /** The coach has confirmed the list of colleagues. */
  readonly confirmed: boolean;
  /** "Wednesday 9 December 2026 at 18:00 (Europe/London)" */
  readonly closes: string;
}

/** The page before the first question; each point is a short paragraph under a small heading. */
export interface PromiseWords {
  readonly heading: string;
  readonly identity: string;
  readonly points: { readonly heading: string; readonly text: string }[];
  /** The sentence that a line manager confirms by starting; null for everyone else. */
  readonly named: string | null;
}

/** The promise as one rater reads it. Says nothing about who has answered. */
export function promiseInWords(facts: PromiseFacts): PromiseWords {
  const { leader, rater } = facts;
  const isSelf = rater.group === 'self';
  return {
    heading: isSelf ? 'Your view of your own leadership' : `Your view of ${leader}’s leadership`,
    identity: isSelf ? `You are answering as ${rater.name}, about yourself.` : `You are answering as ${rater.name} about ${leader}.`,
    points: [
      { heading: 'Your group', text: yourGroup(facts) },
      { heading: 'Who sees what', text: whoSeesWhat(facts) },
      { heading: 'When few answer', text: whenFewAnswer(facts) },
      { heading: 'Who checked the list', text: whoChecked(facts) },
      { heading: 'Changing your mind', text: untilWhen(facts) },
      ...(isConfidential(rater.group) ? [{ heading: 'What cannot be promised', text: cannotBePromised }] : []),
    ],
    named: rater.group === 'line_manager' ? 'I know that my ratings and my words are shown under my name.' : null,
  };
}

function yourGroup({ leader, rater, promise, invited }: PromiseFacts): string {
  if (rater.group === 'self') return 'This is your own view. It stands beside what your colleagues say and is not mixed with it.';
  if (rater.group === 'line_manager')
    return `You answer as ${leader}’s line manager. Your answers are not mixed with those of any group and stand under your name.`;
  return isConfidential(rater.group) ? amongColleagues(rater.group, promise, invited) : '';
}

function amongColleagues(code: ConfidentialGroupCode, promise: RoundPromise, invited: Invited): string {
  const group = promise.groups.find(({ members }) => members.includes(code));
  if (group === undefined) return 'Your answers are confidential.';
  const size = invitedIn(group, invited);
  if (size <= 1) return `Your group, ${inSentence(group)}, has no other colleague at present. Your answers are confidential.`;
  const together = group.members.length > 1 ? ', answering as one group' : '';
  return `You are one of ${size} colleagues (${inSentence(group)})${together}. Your answers are confidential.`;
}

function whoSeesWhat({ leader, coach, rater, lineManagers }: PromiseFacts): string {
  if (rater.group === 'self')
    return `${coach}, your coach, or a coach who takes over, sees your ratings and words in the report, and you see them when it is released.`;
  if (rater.group === 'line_manager')
    return `${coach}, the coach, or a coach who takes over, and then ${leader} see your ratings and your words under your name. All other colleagues are confidential.`;
  const manager = lineManagers > 0 ? ' Only a line manager is named, and knows it.' : '';
  return (
    `${coach}, the coach, or a coach who takes over, reads the report first, then ${leader}: averages of groups, and comments word for word, shuffled, without names. ` +
    `Nobody is shown your own ratings, or whether you have answered. The report says how many of a group did; where all did, that says it of each.${manager}`
  );
}

function whenFewAnswer({ promise, rater }: PromiseFacts): string {
  const colleagues =
    `A figure needs at least ${promise.minimum} colleagues behind it, comments at least ${promise.commentMinimum} confidential colleagues ` +
    'who answered. A smaller group is counted with others, or left out.';
  return isConfidential(rater.group) ? colleagues : `This protects your colleagues: ${lowerFirst(colleagues)}`;
}

const whoChecked = ({ confirmed }: PromiseFacts): string =>
  confirmed
    ? 'The coach checked who is in which group before the invitations left.'
    : 'The coach checks who is in which group before any colleague is invited.';

const untilWhen = ({ closes }: PromiseFacts): string =>
  `You can change or withdraw your answers until ${closes}. They count only once you have sent them.`;

/** The survey says all of it on request; this much nobody should have to ask for. */
const cannotBePromised = 'Your way of writing may be recognised, and colleagues may compare notes.';

const inSentence = ({ members }: PromisedGroup): string => members.map((code) => labelOf(code).toLowerCase()).join(' and ');

const lowerFirst = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);
