import type { FieldError, LaunchDraft } from '@facet/contract';
import {
  chooseReminders,
  type Colleague,
  type ColleaguesFound,
  countInvited,
  type Invited,
  makePromise,
  readColleagues,
  type ReminderSchedule,
  type RoundPromise,
  USUAL_CHOICE,
  USUAL_REMINDERS,
  whyNotCoach,
} from '@facet/domain-round';
import { asciiDomain } from '@facet/platform';
import type { Organisation, Person, PublishedFramework } from '@facet/store-rounds';
import { type Closing, readClosing } from './read-closing';

/** What the request names, as the database has it; null where there is no such thing for this leader. */
export interface LaunchFacts {
  readonly organisation: Organisation;
  readonly leader: Person;
  readonly coach: Person | null;
  readonly framework: PublishedFramework | null;
  readonly now: Date;
}

/** Everything that a launch needs, checked. */
export interface LaunchPlan {
  readonly colleagues: readonly Colleague[];
  readonly promise: RoundPromise;
  readonly coach: Person;
  readonly framework: PublishedFramework;
  readonly closing: Closing;
  readonly reminders: ReminderSchedule;
}

/** What the server makes of a draft; `plan` is there exactly when there is no error. */
export interface CheckedDraft {
  readonly read: ColleaguesFound;
  readonly invited: Invited;
  readonly closing: Closing | null;
  readonly promise: RoundPromise | null;
  /** As usual while what was chosen cannot be. */
  readonly reminders: ReminderSchedule;
  readonly errors: readonly FieldError[];
  readonly plan: LaunchPlan | null;
}

/** The one check that preview and launch share, so that what is shown is what is launched. */
export function checkDraft(draft: LaunchDraft, facts: LaunchFacts): CheckedDraft {
  const { organisation, leader, coach, framework, now } = facts;
  const read = readColleagues(draft.colleagues, {
    leader: leader.email,
    coach,
    domains: organisation.domains,
    asciiDomain,
  });
  const invited = countInvited(read.colleagues);
  const made = makePromise(invited, draft.together, draft.minimum);
  const closing = readClosing(draft.closing, now);
  const chosen = chooseReminders(draft.reminders ?? USUAL_CHOICE);

  const errors: FieldError[] = [
    ...(framework ? [] : [{ field: 'framework', message: 'Choose a framework.' }]),
    ...read.errors.map(({ line, message }) => ({ field: 'colleagues', line, message })),
    // A bad line may be what a group lacks: first the lines, then the groups.
    ...('refusals' in made && read.errors.length === 0
      ? made.refusals.map(({ group, message }) => ({ field: group === null ? 'colleagues' : `together.${group}`, message }))
      : []),
    ...objectionsToCoach(coach, leader),
    ...('field' in closing ? [closing] : []),
    ...('objections' in chosen ? chosen.objections.map(({ field, message }) => ({ field: `reminders.${field}`, message })) : []),
  ];
  const promise = 'promise' in made ? made.promise : null;
  const closingTime = 'closesAt' in closing ? closing : null;
  const reminders = 'schedule' in chosen ? chosen.schedule : USUAL_REMINDERS;
  const plan =
    errors.length === 0 && promise && coach && framework && closingTime
      ? { colleagues: read.colleagues, promise, coach, framework, closing: closingTime, reminders }
      : null;
  return { read, invited, closing: closingTime, promise, reminders, errors, plan };
}

/** Colleagues who are the coach are named at their lines. */
function objectionsToCoach(coach: Person | null, leader: Person): FieldError[] {
  if (!coach) return [{ field: 'coach', message: 'Choose a coach.' }];
  const isLeader = whyNotCoach(coach.email, { leader, colleagues: [], asciiDomain }) === 'the leader';
  return isLeader ? [{ field: 'coach', message: `${coach.email} is an address of your own. Choose somebody else as coach.` }] : [];
}
