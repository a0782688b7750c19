import { RecordingSmtp, testDatabase } from '@facet/testing';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import type { MailKind } from '../letters';
import { MORNING, PostOffice } from '../post-office';

const db = await testDatabase();
const smtp = await RecordingSmtp.start();
const office = await PostOffice.open({ db, smtp });
const { send, stop } = office.worker();
beforeEach(async () => {
  smtp.messages.splice(0);
  await db.setClock(MORNING);
});
afterAll(async () => {
  stop();
  await smtp.stop();
  await office.close();
  await db.drop();
});

const begin = async (): Promise<string> => office.round(await office.person('Lea', `lea.${crypto.randomUUID()}@hill.example`));
/** A letter about the round that is on its way. */
async function leave(round: string, kind: MailKind, person: string): Promise<{ state: string; to: string[] }> {
  smtp.messages.splice(0);
  const id = await office.write({ person, kind, about: round, items: [] });
  await send.send(id);
  const [row] = await office.sql<{ state: string }>('select state from post.mail where id = $1', [id]);
  return { state: row?.state ?? '', to: smtp.messages.flatMap(({ to }) => to) };
}

test('what a coach would be asked or told about a round is not sent to the coach who has it no more', async () => {
  const round = await begin();
  const cleo = await office.person('Cleo', `cleo.${crypto.randomUUID()}@hill.example`, ['coach']);
  for (const kind of ['check_additions', 'report_ready', 'coach_assigned'] as const)
    expect([kind, (await leave(round, kind, office.coach.id)).state]).toEqual([kind, 'sent']);
  await office.sql('update people.round set coach = $2 where id = $1', [round, cleo]);
  for (const kind of ['check_list', 'check_additions', 'closing_choice', 'report_ready', 'coach_assigned'] as const)
    expect([kind, await leave(round, kind, office.coach.id)]).toEqual([kind, { state: 'cancelled', to: [] }]);
  expect((await leave(round, 'coach_assigned', cleo)).state).toBe('sent');
});

test('that a round has another coach, or that somebody was taken out, is told to whom it concerns', async () => {
  const round = await begin();
  const sam = await office.person('Sam', `sam.${crypto.randomUUID()}@hill.example`);
  for (const kind of ['coach_changed', 'taken_out', 'link_replaced'] as const)
    expect([kind, (await leave(round, kind, sam)).state]).toEqual([kind, 'sent']);
});

test('a colleague is not told at night that they were taken out', async () => {
  await db.setClock('2026-12-01T23:00:00.000Z');
  const sam = await office.person('Sam', `sam.${crypto.randomUUID()}@hill.example`);
  expect(await leave(await begin(), 'taken_out', sam)).toEqual({ state: 'pending', to: [] });
});
