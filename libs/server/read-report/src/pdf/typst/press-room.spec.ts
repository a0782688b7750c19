import { afterAll, expect, test } from '@jest/globals';
import { example } from '@facet/report-in-words/examples';
import { reportDocument } from '../report-document';
import type { Order, Typeset } from '../typesetter';
import { PressRoom, type RoomLimits, usualLimits } from './press-room';

const rooms: PressRoom[] = [];
afterAll(async () => {
  await Promise.all(rooms.map((room) => room.onModuleDestroy()));
});
const roomWith = (limits: Partial<RoomLimits> = {}): PressRoom => {
  const room = new PressRoom({ ...usualLimits, presses: 1, ...limits });
  rooms.push(room);
  return room;
};
const order = (more: Partial<Order> = {}): Order => ({
  compose: () => reportDocument(example),
  organisation: 'Hillside School',
  signal: new AbortController().signal,
  ...more,
});
const told = (typeset: Typeset): string => ('pdf' in typeset ? Buffer.from(typeset.pdf.subarray(0, 5)).toString() : typeset.refused);
const isAlive = (id: number): boolean => {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
};
const theProcess = ({ processIds: [id] }: PressRoom): number => {
  if (id === undefined) throw new Error('a press that has printed has a process');
  return id;
};

test('a process that dies over a document is told of clearly, and the next document is set by a new one', async () => {
  const room = roomWith();
  expect(told(await room.set(order()))).toBe('%PDF-');
  const first = theProcess(room);
  const lost = room.set(order({ compose: () => (process.kill(first, 'SIGKILL'), reportDocument(example)) }));
  expect(told(await lost)).toBe('failed');
  expect(isAlive(first)).toBe(false);
  expect(told(await room.set(order()))).toBe('%PDF-');
  expect(theProcess(room)).not.toBe(first);
});

test('what cannot be set is refused, and the process goes on', async () => {
  const room = roomWith();
  expect(told(await room.set(order({ compose: () => ({ leader: 'without a report' }) })))).toBe('failed');
  const before = theProcess(room);
  expect(told(await room.set(order()))).toBe('%PDF-');
  expect(theProcess(room)).toBe(before);
});

test('a process that takes too long is ended', async () => {
  const room = roomWith({ patience: 1 });
  expect(told(await room.set(order()))).toBe('failed');
  expect(room.processIds).toEqual([]);
});

test('row 71: no organisation fills the queue, and a cancelled download leaves its place to the next', async () => {
  const room = roomWith({ perOrganisation: 2 });
  const leaving = new AbortController();
  const [printed, left] = [room.set(order()), room.set(order({ signal: leaving.signal }))];
  expect(told(await room.set(order()))).toBe('busy');
  const others = room.set(order({ organisation: 'Another School' }));
  leaving.abort();
  expect(told(await left)).toBe('gone');
  const next = room.set(order());
  expect(await Promise.all([printed, others, next].map(async (one) => told(await one)))).toEqual(['%PDF-', '%PDF-', '%PDF-']);
  expect(told(await room.set(order({ signal: leaving.signal })))).toBe('gone');
});

test('row 71: two hundred at once come out one after the other from processes that are exchanged and leave none behind', async () => {
  const room = roomWith({ presses: 2, perOrganisation: 100, documents: 30 });
  const seen = new Set<number>();
  const compose = () => {
    for (const id of room.processIds) seen.add(id);
    return reportDocument(example);
  };
  const orders = Array.from({ length: 200 }, (_, at) => room.set(order({ organisation: `School ${at % 4}`, compose })));
  const outcomes = await Promise.all(orders.map(async (one) => told(await one)));
  expect(outcomes.filter((outcome) => outcome === '%PDF-')).toHaveLength(200);
  expect(seen.size).toBeGreaterThan(4);
  await room.onModuleDestroy();
  expect([...seen].filter(isAlive)).toEqual([]);
});
