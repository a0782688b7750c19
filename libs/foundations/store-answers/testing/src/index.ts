import { type Vault, tokenHash } from '@facet/answer-links';
import type { Sheet } from '@facet/domain-framework';
import type { Database } from '@facet/platform';
import { Envelopes, LiveStatus, UNREADABLE } from '@facet/store-answers-envelopes';

/** Puts one rater's answers into their envelope, as the survey does, and sends them unless told otherwise. For specs. */
export async function answerAs(database: Database, vault: Vault, token: string, sheet: Partial<Sheet>, sent = true): Promise<void> {
  const [status, envelopes] = [new LiveStatus(), new Envelopes()];
  await database.as('facet_survey', null, async (tx) => {
    const entered = await status.enter(tx, tokenHash(token) ?? Buffer.alloc(0));
    const secret = entered && (await vault.get(entered.round));
    if (!entered || !secret) throw new Error('this token opens no round of the test');
    const stored = await envelopes.read(tx, entered, secret);
    if (stored === UNREADABLE) throw new Error('the answers before are unreadable');
    await envelopes.write(tx, entered, secret, stored, { ratings: {}, comments: {}, named: true, ...sheet });
    if (sent) await status.set(tx, entered.invitation, 'answered');
  });
}
