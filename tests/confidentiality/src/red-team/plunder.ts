import { type Intruder, type Row, type Tuple } from './intruder';
import type { Answer, LootedRound, Marks, Person, PublishedNumber, Tables } from './loot';
import { markIn } from './colleagues';
import type { Sent } from './played-round';
import { asHex, followTrails, invitationsIn, marksIn, type Trail, type Trails } from './trails';
import { valuesOf } from './values';

/** Of a round, what is known without looking into the database, and what was copied from it before the seal. */
export interface KnownRound {
  readonly id: string;
  /** The confidential colleagues' answers, first to last. Their order is known to whoever watched; what they say is not. */
  readonly sent: readonly Sent[];
  /** A dump from the evening before the seal. */
  readonly oldAsked: readonly Row[];
  readonly oldDrafts: readonly Row[];
  readonly growing: readonly (readonly PublishedNumber[])[];
  /** Comments by question, as the report shows them. */
  readonly shown: readonly (readonly string[])[];
  /** Numbers beside the cells: of everyone together. */
  readonly totals: readonly PublishedNumber[];
  /** When each invitation was last written to, and in which line of the application's log it stands last. */
  readonly mailed: ReadonlyMap<string, number>;
  readonly logged: ReadonlyMap<string, number>;
}

/** Takes everything that a superuser finds after the seals, round by round. */
export async function plunder(intruder: Intruder, tables: Tables, rounds: readonly KnownRound[]): Promise<LootedRound[]> {
  const known = new Set(rounds.flatMap(({ sent }) => sent.map(({ invitation }) => asHex(invitation))));
  const isInvitation = (hex: string): boolean => known.has(hex);
  const all = [...new Set([tables.asked, tables.drafts, tables.words, tables.cells])];
  const log = await intruder.log(all);
  const trails = followTrails(log, isInvitation);
  const tuples: Tuple[] = [];
  for (const table of all) tuples.push(...(await intruder.tuples(table)));
  const besides = sharedRows([...tuples.map(({ bytes }) => bytes), ...log.flatMap(({ bytes }) => bytes ?? [])], isInvitation);
  const versions = versionsOf(
    tuples.filter(({ table }) => table === tables.asked),
    isInvitation,
  );
  const ids = rounds.map(({ id }) => id);
  const asked = Map.groupBy(await intruder.rows(tables.asked, ids), ({ row }) => String(row['round']));
  const words = Map.groupBy(await intruder.rows(tables.words, ids), ({ row }) => String(row['round']));
  const cells = Map.groupBy(await intruder.rows(tables.cells, ids), ({ row }) => String(row['round']));
  return rounds.map((round) => {
    const sealed = transactionsOfAll(round, trails);
    const people = round.sent.map((sent, watched): Person => {
      const { invitation, group } = sent;
      const marks = {
        watched: [watched],
        ...rowMarks(
          'now',
          asked.get(round.id)?.find(({ row }) => row['id'] === invitation),
        ),
        ...rowMarks(
          'old',
          round.oldAsked.find(({ row }) => row['id'] === invitation),
        ),
        ...rowMarks(
          'draft',
          round.oldDrafts.find(({ row }) => row['invitation'] === invitation),
        ),
        'version xmin': (versions.get(invitation) ?? []).filter((xid) => !sealed.has(xid)),
        ...trailMarks(trails.byInvitation.get(invitation), sealed),
        mailed: found(round.mailed.get(invitation)),
        logged: found(round.logged.get(invitation)),
      };
      return { invitation, group, marks };
    });
    const lists = round.shown.map((list) =>
      list.map((text, shown): Answer => {
        const mark = markIn(text) ?? '';
        const row = words.get(round.id)?.find((one) => JSON.stringify(one.row).includes(mark));
        const marks = { shown: [shown], length: [text.length], ...rowMarks('now', row), ...trailMarks(trails.byMark.get(mark), new Set()) };
        return { mark, marks, besides: besides.get(mark) ?? [] };
      }),
    );
    const numbers = [...(cells.get(round.id) ?? []).flatMap(({ row }) => numberOf(row)), ...round.totals];
    return { id: round.id, people: byId(people), lists: lists.map(byMark), numbers, growing: round.growing };
  });
}

const byId = (people: readonly Person[]): Person[] => people.toSorted((a, b) => (a.invitation < b.invitation ? -1 : 1));
const byMark = (answers: readonly Answer[]): Answer[] => answers.toSorted((a, b) => (a.mark < b.mark ? -1 : 1));
const found = (value: number | undefined): number[] => (value === undefined ? [] : [value]);

function rowMarks(when: string, row: Row | undefined): Marks {
  if (!row) return {};
  const marks: Marks = { xmin: [row.xmin], cmin: [row.cmin], place: [row.place], ...valuesOf(row.row) };
  return Object.fromEntries(Object.entries(marks).map(([kind, values]) => [`${when} ${kind}`, values ?? []]));
}

/** `common`: transactions that tell nobody from anybody. */
function trailMarks(trail: Trail | undefined, common: ReadonlySet<number>): Marks {
  if (!trail) return {};
  const own = trail.records.filter(({ xid }) => !common.has(xid));
  return { 'wal place': own.map(({ at }) => at), 'wal xid': own.map(({ xid }) => xid), 'wal bytes': [trail.bytes] };
}

/** Transactions that touched everybody of a round, its launch and its seal: they tell nobody from anybody. */
function transactionsOfAll({ sent }: KnownRound, { byInvitation }: Trails): Set<number> {
  const [first, ...others] = sent.map(({ invitation }) => byInvitation.get(invitation)?.transactions ?? new Set<number>());
  return new Set([...(first ?? [])].filter((xid) => others.every((set) => set.has(xid))));
}

/** Transactions of every version of an invitation's row that is still on its page. */
function versionsOf(tuples: readonly Tuple[], isInvitation: (hex: string) => boolean): Map<string, number[]> {
  const versions = new Map<string, number[]>();
  for (const { xmin, bytes } of tuples)
    for (const invitation of invitationsIn(bytes, isInvitation)) versions.set(invitation, [...(versions.get(invitation) ?? []), xmin]);
  return versions;
}

/** Which invitations stand in one row with which words. */
function sharedRows(rows: readonly Buffer[], isInvitation: (hex: string) => boolean): Map<string, string[]> {
  const shared = new Map<string, string[]>();
  for (const bytes of rows)
    for (const mark of marksIn(bytes)) shared.set(mark, [...(shared.get(mark) ?? []), ...invitationsIn(bytes, isInvitation)]);
  return shared;
}

/** A cell's row, whatever its columns for group and counts are called. */
export function numberOf(row: Readonly<Record<string, unknown>>): PublishedNumber[] {
  const { counts, behaviour } = row as { counts?: number[]; behaviour?: string };
  if (!counts || behaviour === undefined) return [];
  const n = counts.reduce((total, count) => total + count, 0);
  const sum = counts.reduce((total, count, at) => total + count * (at + 1), 0);
  return [{ group: String(row['shown_group']), behaviour, n, sum }];
}
