import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { RoundSecret, VAULT, type Vault } from '@facet/answer-links';
import { recordEvent } from '@facet/audit-log';
import type { FieldError, LaunchRequest } from '@facet/contract';
import type { GroupCode } from '@facet/domain-round';
import { Doorbell, keepSchedule, MailRows } from '@facet/mail';
import { Database, type Membership, type Transaction } from '@facet/platform';
import { Invitations, LaunchDrafts, type NewInvitation, People, Rounds } from '@facet/store-rounds';
import { newInvitation } from '../after-launch/mails-of-colleague';
import { checkDraft, type LaunchPlan } from '../prepare/launch-plan';
import { ReadLaunchFacts } from '../prepare/launch-facts';
import { launchMails } from './launch-mails';

export type Launched =
  | { readonly round: string }
  | { readonly refused: 'invalid'; readonly errors: readonly FieldError[] }
  | { readonly refused: 'already open'; readonly round: string };

/**
 * One transaction for round, promise, people, invitations and mail rows; whatever is refused has written nothing. The browser
 * chooses the round's id, so that the same press launches once however often it arrives.
 */
@Injectable()
export class LaunchRound {
  constructor(
    private readonly database: Database,
    private readonly facts: ReadLaunchFacts,
    private readonly rounds: Rounds,
    private readonly people: People,
    private readonly invitations: Invitations,
    private readonly drafts: LaunchDrafts,
    private readonly mails: MailRows,
    private readonly doorbell: Doorbell,
    @Inject(VAULT) private readonly vault: Vault,
  ) {}

  async launch(membership: Membership, request: LaunchRequest): Promise<Launched> {
    const { launched, ring } = await this.database.as('facet_people', membership.organisation, async (tx) => {
      const before = await this.launchedBefore(tx, membership, request.id);
      if (before) return { launched: before, ring: [] };
      const { plan, errors } = checkDraft(request, await this.facts.read(tx, membership, request));
      if (!plan) return { launched: { refused: 'invalid' as const, errors }, ring: [] };
      return this.write(tx, membership, request, plan);
    });
    await this.doorbell.ring(ring);
    return launched;
  }

  private async write(
    tx: Transaction,
    membership: Membership,
    { id, message }: LaunchRequest,
    plan: LaunchPlan,
  ): Promise<{ launched: Launched; ring: readonly string[] }> {
    const { coach, framework, promise, closing, reminders } = plan;
    const isNew = await this.rounds.insert(tx, {
      ...{ id, leader: membership.person, coach: coach.id, framework: framework.id, message, promise },
      ...closing,
    });
    // A press at the same moment has won: its transaction has ended, or the insert would still wait for it.
    if (!isNew) return { launched: (await this.launchedBefore(tx, membership, id)) ?? idIsTaken, ring: [] };

    // The row above is ours alone until the commit, so nobody else can be writing a secret under this id.
    const secret = RoundSecret.make();
    await this.vault.put(id, secret);
    const invited = await this.invite(tx, membership, plan, secret);
    await this.invitations.insert(tx, id, invited);
    await keepSchedule(tx, id, reminders);
    await this.drafts.drop(tx, membership.person);
    recordEvent(tx, { kind: 'round_launched', by: { person: membership.person }, round: id, detail: {} });
    const { atOnce, held } = launchMails({ round: id, coach: coach.id, closesAt: closing.closesAt, invited, now: tx.now });
    await this.mails.write(tx, held);
    return { launched: { round: id }, ring: await this.mails.write(tx, atOnce) };
  }

  private async invite(tx: Transaction, { person }: Membership, { colleagues }: LaunchPlan, secret: RoundSecret): Promise<NewInvitation[]> {
    const known = await this.people.atAddresses(
      tx,
      colleagues.map(({ name, email }) => ({ id: randomUUID(), name, email })),
    );
    const raters: { person: string; group: GroupCode }[] = [
      { person, group: 'self' },
      ...colleagues.map(({ group }, at) => ({ person: known[at]?.id ?? '', group })),
    ];
    return raters.map(({ person: rater, group }) => newInvitation(secret, rater, group));
  }

  /** The round of an earlier press, or the one that stands in the way; null where neither is there. */
  private async launchedBefore(tx: Transaction, { person }: Membership, id: string): Promise<Launched | null> {
    const led = await this.rounds.ledBy(tx, person);
    if (led.some((round) => round.id === id)) return { round: id };
    const open = led.find(({ sealedAt, cancelledAt }) => sealedAt === null && cancelledAt === null);
    return open ? { refused: 'already open', round: open.id } : null;
  }
}

/** Somebody else's round has this id: a browser that chose at random has not chosen it. */
const idIsTaken: Launched = {
  refused: 'invalid',
  errors: [{ field: 'id', message: 'This draft cannot be launched. Reload the page and paste the list again.' }],
};
