import { type GroupCode, type Invited, isConfidential } from './groups';
import { invitedIn } from './make-promise';
import type { PromisedGroup, RoundPromise } from './promise';
import { english, type PromiseWording } from './promise-words.en';

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
  /** Those that are folded stand behind a press: everything else fits on the screen of a phone. */
  readonly points: { readonly heading: string; readonly text: string; readonly folded?: boolean }[];
  /** The sentence that a line manager confirms by starting; null for everyone else. */
  readonly named: string | null;
}

/** The promise as one rater reads it, in English unless another wording is given. Says nothing about who has answered. */
export function promiseInWords(facts: PromiseFacts, wording: PromiseWording = english): PromiseWords {
  const { leader, coach, closes, rater, promise } = facts;
  const { minimum, commentMinimum } = promise;
  const say = (words: string, more: Readonly<Record<string, string | number>> = {}): string =>
    fill(words, { leader, coach, closes, rater: rater.name, minimum, commentMinimum, ...more });
  const isSelf = rater.group === 'self';
  const hidden = isConfidential(rater.group);
  return {
    heading: say(isSelf ? wording.headingSelf : wording.heading),
    identity: say(isSelf ? wording.identitySelf : wording.identity),
    points: [
      { heading: wording.yourGroup, text: yourGroup(facts, wording, say) },
      { heading: wording.whoSees, text: whoSees(facts, wording, say) },
      { heading: wording.fewAnswer, text: say(hidden ? wording.few : wording.fewForOthers) },
      { heading: wording.whoChecked, text: facts.confirmed ? wording.checked : wording.notChecked },
      { heading: wording.untilWhen, text: say(wording.until) },
      ...(hidden ? onRequest(wording, say) : []),
    ],
    named: rater.group === 'line_manager' ? wording.named : null,
  };
}

type Say = (words: string, more?: Readonly<Record<string, string | number>>) => string;

/** What a colleague may unfold: the rest of the promise, and that not everything can be promised. */
const onRequest = (wording: PromiseWording, say: Say): PromiseWords['points'] => [
  { heading: wording.whetherAnswered, text: wording.whetherAnsweredText, folded: true },
  { heading: wording.smallGroup, text: wording.smallGroupText, folded: true },
  { heading: wording.otherCoach, text: say(wording.otherCoachText), folded: true },
  { heading: wording.notPromised, text: wording.notPromisedText, folded: true },
];

function yourGroup({ rater, promise, invited }: PromiseFacts, wording: PromiseWording, say: Say): string {
  if (rater.group === 'self') return wording.ownView;
  if (!isConfidential(rater.group)) return say(wording.lineManager);
  const code = rater.group;
  const group = promise.groups.find(({ members }) => members.includes(code));
  if (group === undefined) return wording.noGroup;
  const size = invitedIn(group, invited);
  const name = together(group, wording);
  if (size <= 1) return say(wording.onlyOne, { group: name });
  return say(group.members.length > 1 ? wording.oneOfTogether : wording.oneOf, { size, group: name });
}

function whoSees({ rater, lineManagers }: PromiseFacts, wording: PromiseWording, say: Say): string {
  if (rater.group === 'self') return say(wording.selfSeen);
  if (rater.group === 'line_manager') return say(wording.managerSeen);
  return lineManagers > 0 ? `${say(wording.colleagueSeen)} ${wording.onlyManagerNamed}` : say(wording.colleagueSeen);
}

const together = ({ members }: PromisedGroup, { groups, and }: PromiseWording): string =>
  members.map((code) => groups[code]).reduce((first, last) => fill(and, { first, last }));

const fill = (words: string, values: Readonly<Record<string, string | number>>): string =>
  words.replace(/\{(\w+)\}/g, (written, name: string) => String(values[name] ?? written));
