import type { MailRoomView } from '@facet/contract';

type Kind = MailRoomView['kinds'][number];

/** A sweep comes every half minute: what is due for longer than this is stuck. */
export const SLOW_MINUTES = 10;

const COLUMNS = [
  { state: 'sent', heading: 'Sent' },
  { state: 'waiting', heading: 'Waiting' },
  { state: 'held', heading: 'Waiting for a coach' },
  { state: 'deferred', heading: 'To be tried again' },
  { state: 'rejected', heading: 'Refused' },
  { state: 'unknown', heading: 'Nobody can tell' },
  { state: 'expired', heading: 'Given up' },
] as const satisfies readonly { readonly state: keyof Kind; readonly heading: string }[];

/** The first two always; the others where there is anything in them. */
export const columnsOf = (kinds: readonly Kind[]): (typeof COLUMNS)[number][] =>
  COLUMNS.filter(({ state }, at) => at < 2 || kinds.some((kind) => kind[state] > 0));

export const waitInWords = (minutes: number): string => {
  if (minutes < 120) return `${minutes} minutes`;
  return minutes < 48 * 60 ? `${Math.floor(minutes / 60)} hours` : `${Math.floor(minutes / 60 / 24)} days`;
};

export const tensInWords = (atLeast: number): string => (atLeast === 0 ? 'Fewer than 10' : `${atLeast} or more`);

/** "Thursday 3 December" */
export const dayInWords = (day: string): string =>
  new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );

const BECAME = {
  rejected: 'The mail server refused it',
  unknown: 'The connection was lost: it may have arrived',
  expired: 'No mail server took it in time',
} as const;

export const whatBecame = (state: keyof typeof BECAME): string => BECAME[state];
