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

/** What the whole database gives away, before it is sorted by rounds. */
interface Finds {
  readonly asked: RowsByRound;
  readonly words: RowsByRound;
  readonly cells: RowsByRound;
  readonly trails: Trails;
  /** Transactions of every version of an invitation's row that is still on its page. */
  readonly versions: ReadonlyMap<string, readonly number[]>;
  /** Which invitations stand in one row with which words. */
  readonly besides: ReadonlyMap<string, readonly string[]>;
}
type RowsByRound = ReadonlyMap<string, readonly Row[]>;

/** Takes everything that a superuser finds after the seals, round by round. */
export async function plunder(intruder: Intruder, tables: Tables, rounds: readonly KnownRound[]): Promise<LootedRound[]> {
  const finds = await search(intruder, tables, rounds);
  return rounds.map((round) => ({
    id: round.id,
    people: byId(peopleOf(round, finds)),
    lists: round.shown.map((list) => byMark(list.map((text, shown) => answerOf(text, shown, finds.words.get(round.id) ?? [], finds)))),
    numbers: [...(finds.cells.get(round.id) ?? []).flatMap(({ row }) => numberOf(row)), ...round.totals],
    growing: round.growing,
  }));
}

async function search(intruder: Intruder, tables: Tables, rounds: readonly KnownRound[]): Promise<Finds> {
  const known = new Set(rounds.flatMap(({ sent }) => sent.map(({ invitation }) => asHex(invitation))));
  const isInvitation = (hex: string): boolean => known.has(hex);
  const all = [tables.asked, tables.drafts, tables.words, tables.cells];
  const log = await intruder.log(all);
  const tuples: Tuple[] = [];
  for (const table of all) tuples.push(...(await intruder.tuples(table)));
  const ofRounds = async (table: string): Promise<RowsByRound> => {
    const rows = await intruder.rows(
      table,
      rounds.map(({ id }) => id),
    );
    return Map.groupBy(rows, ({ row }) => String(row['round']));
  };
  return {
    ...{ asked: await ofRounds(tables.asked), words: await ofRounds(tables.words), cells: await ofRounds(tables.cells) },
    trails: followTrails(log, isInvitation),
    versions: versionsOf(
      tuples.filter(({ table }) => table === tables.asked),
      isInvitation,
    ),
    besides: sharedRows([...tuples, ...log], isInvitation),
  };
}

function peopleOf(round: KnownRound, { asked, trails, versions }: Finds): Person[] {
  const common = transactionsOfAll(round, trails);
  const ofAsked = (rows: readonly Row[] = [], invitation: string): Row | undefined => rows.find(({ row }) => row['id'] === invitation);
  return round.sent.map(({ invitation, group }, watched): Person => {
    const draft = round.oldDrafts.find(({ row }) => row['invitation'] === invitation);
    const marks = {
      watched: [watched],
      ...rowMarks('now', ofAsked(asked.get(round.id), invitation)),
      ...rowMarks('old', ofAsked(round.oldAsked, invitation)),
      ...rowMarks('draft', draft),
      'version xmin': (versions.get(invitation) ?? []).filter((xid) => !common.has(xid)),
      ...trailMarks(trails.byInvitation.get(invitation), common),
      mailed: found(round.mailed.get(invitation)),
      logged: found(round.logged.get(invitation)),
    };
    return { invitation, group, marks };
  });
}

function answerOf(text: string, shown: number, words: readonly Row[], { trails, besides }: Finds): Answer {
  const mark = markIn(text) ?? '';
  const row = words.find((one) => JSON.stringify(one.row).includes(mark));
  const marks = { shown: [shown], length: [text.length], ...rowMarks('now', row), ...trailMarks(trails.byMark.get(mark), new Set()) };
  return { mark, marks, besides: besides.get(mark) ?? [] };
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

function versionsOf(tuples: readonly Tuple[], isInvitation: (hex: string) => boolean): Map<string, number[]> {
  const versions = new Map<string, number[]>();
  for (const { xmin, bytes } of tuples)
    for (const invitation of invitationsIn(bytes, isInvitation)) versions.set(invitation, [...(versions.get(invitation) ?? []), xmin]);
  return versions;
}

function sharedRows(rows: readonly { readonly bytes: Buffer | null }[], isInvitation: (hex: string) => boolean): Map<string, string[]> {
  const shared = new Map<string, string[]>();
  for (const { bytes } of rows)
    for (const mark of bytes ? marksIn(bytes) : [])
      shared.set(mark, [...(shared.get(mark) ?? []), ...invitationsIn(bytes ?? Buffer.alloc(0), isInvitation)]);
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
