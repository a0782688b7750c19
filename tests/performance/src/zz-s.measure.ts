import { appendFileSync } from 'node:fs';
import { testDatabase } from '@facet/testing';
import { test } from '@jest/globals';
import { manyInvited, planReminders } from './mail/planning';
import { candidates } from '../../../libs/foundations/mail/src/reminders/candidates';
const db = await testDatabase();
const say = (s: string) => appendFileSync('/tmp/p5.txt', s + '\n');
test('x', async () => {
  await manyInvited(db, 20_000);
  for (let i = 0; i < 3; i++) say(JSON.stringify(await planReminders(db)));
  const [{ organisation }] = await db.source.query('select distinct organisation from people.round');
  for (const jit of ['on', 'off'])
    await db.database.as('facet_mail', organisation, async (tx) => {
      await tx.query(`set local jit = ${jit}`);
      await candidates({ now: tx.now, query: async (sql: string, p: unknown[]) => {
        const t = performance.now(); await tx.query(sql, p); say(`jit ${jit}: ${(performance.now() - t).toFixed(0)} ms`);
        if (jit === 'on') { const rows = await tx.query<Record<string, string>>(`explain (analyze, costs off, summary on) ${sql}`, p);
        say(rows.map((r) => Object.values(r)[0] ?? '').join('\n')); } return []; } } as never);
    });
}, 200_000);
