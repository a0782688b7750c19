import { randomUUID } from 'node:crypto';
import { RoundSecret, tokenHash, type Vault } from '@facet/answer-links';
import { type GroupCode, isConfidential, raterGroups, type RoundPromise } from '@facet/domain-round';
import { Invitations, People, Rounds } from '@facet/store-rounds';
import type { TestDatabase, TestSchool } from '@facet/testing';

export interface TestRound {
  readonly id: string;
  readonly promise: RoundPromise;
  /** The personal token of each rater, by name. */
  readonly token: Readonly<Record<string, string>>;
}

export interface TestRoundWishes {
  readonly raters: readonly { readonly name: string; readonly group: GroupCode }[];
  readonly launchedAt?: string;
  readonly closesAt?: string;
  readonly minimum?: number;
}

/** A round that has been launched and confirmed, each confidential group promised on its own. */
export async function testRound(db: TestDatabase, school: TestSchool, vault: Vault, wishes: TestRoundWishes): Promise<TestRound> {
  const id = randomUUID();
  const secret = RoundSecret.make();
  await vault.put(id, secret);
  const codes = new Set(wishes.raters.map(({ group }) => group).filter(isConfidential));
  const promise: RoundPromise = {
    minimum: wishes.minimum ?? 3,
    commentMinimum: 5,
    groups: [...codes].map((code) => ({ code, label: raterGroups.find((group) => group.code === code)?.label ?? code, members: [code] })),
  };
  const closesAt = new Date(wishes.closesAt ?? '2026-12-09T18:00:00Z');
  await db.setClock(wishes.launchedAt ?? '2026-11-25T09:00:00Z');
  const invitations = await db.database.as('facet_people', school.organisation, async (tx) => {
    const [people, rounds, invited] = [new People(), new Rounds(), new Invitations()];
    const { leader, coach, framework } = school;
    const closesLocal = closesAt.toISOString().slice(0, 16);
    const inserted = await rounds.insert(tx, {
      ...{ id, leader: leader.id, coach: coach.id, framework: framework.id, message: '', promise },
      ...{ closesLocal, zone: 'Europe/London', closesAt },
    });
    if (!inserted) throw new Error('this leader has another open round: make a school of its own for each round');
    const known = await people.atAddresses(
      tx,
      wishes.raters.map(({ name, group }, at) => ({
        ...{ id: randomUUID(), name },
        email: group === 'self' ? leader.email : `rater${at}-${id}@school.test`,
      })),
    );
    const list = wishes.raters.map(({ name, group }, at) => {
      const invitation = randomUUID();
      const token = secret.token(invitation, 1);
      return { id: invitation, name, token, group, person: known[at]?.id ?? '', tokenHash: tokenHash(token) ?? Buffer.alloc(0) };
    });
    await invited.insert(tx, id, list);
    await rounds.confirm(tx, id);
    await invited.check(tx, id);
    return list;
  });
  return { id, promise, token: Object.fromEntries(invitations.map(({ name, token }) => [name, token])) };
}
