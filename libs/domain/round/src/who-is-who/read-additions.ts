import { MOST_COLLEAGUES } from '../colleagues/bad-lines';
import { readColleagues, type Colleague, type LaunchingParties, type LineRemark } from '../colleagues/read-colleagues';
import { labelOf } from '../groups';
import type { RoundPromise } from '../promise';
import { openGroups } from './change-the-list';
import { ownerOf } from './owner-of';

/** A round that has been launched, as a longer list meets it. */
export interface LaunchedList {
  readonly promise: RoundPromise;
  /** Everybody who is asked, the leader included. */
  readonly asked: readonly { readonly email: string }[];
  /** Everybody who was taken out. */
  readonly takenOut: readonly { readonly email: string }[];
}

export interface AdditionsFound {
  /** Only the lines without a fault. */
  readonly colleagues: readonly Colleague[];
  /** With one of these nobody is added at all. */
  readonly errors: readonly LineRemark[];
  readonly warnings: readonly LineRemark[];
}

/**
 * Reads the lines of colleagues who are to join a launched round. The rules of the launch hold, and the promise does not change:
 * a colleague joins a group that was promised then, or is a line manager, who is in no promise. Whoever was taken out is not
 * asked again, or taking out and adding would change somebody's group after they had answered.
 */
export function readAdditions(text: string, parties: LaunchingParties, { promise, asked, takenOut }: LaunchedList): AdditionsFound {
  const { colleagues, errors, warnings } = readColleagues(text, parties);
  const mailboxes = new Set(asked.map(({ email }) => email.toLowerCase()));
  const owners = new Set(takenOut.map(({ email }) => ownerOf(email, parties.asciiDomain)));
  const groups = openGroups(promise);
  const room = MOST_COLLEAGUES - asked.length;

  const objectionTo = ({ email, group }: Colleague, at: number): string | null => {
    if (mailboxes.has(email.toLowerCase())) return `${email} is asked already. Each colleague is invited once, in one group.`;
    if (owners.has(ownerOf(email, parties.asciiDomain))) return `${email} was taken out of this round and is not asked again in it.`;
    if (!groups.some(({ code }) => code === group))
      return `${labelOf(group)}: nobody was invited there at the launch, and what was promised then does not change. Use ${inWords(groups)}.`;
    return at >= room ? `A round takes at most ${MOST_COLLEAGUES} colleagues. From this line on there is no room.` : null;
  };
  const objections = colleagues.map(objectionTo);
  return {
    colleagues: colleagues.filter((_, at) => objections[at] === null),
    errors: [
      ...errors.map(({ line, message }) => ({ line, message })),
      ...colleagues.flatMap(({ line }, at) => {
        const message = objections[at] ?? null;
        return message === null ? [] : [{ line, message }];
      }),
    ].toSorted((a, b) => a.line - b.line),
    warnings,
  };
}

const inWords = (groups: readonly { readonly label: string }[]): string => groups.map(({ label }) => label.toLowerCase()).join(' or ');
