import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { readAddress } from '@facet/domain-round';
import { Doorbell, MailRows, SIGN_IN_MINUTES } from '@facet/mail';
import { asciiDomain, Database, type Membership, type Transaction } from '@facet/platform';
import { membershipsOf } from '../session/memberships';
import { newToken } from '../session/opaque-token';
import { SignInRequests } from './sign-in-requests';

export type Asked = { readonly cookie: string } | 'no address' | 'too often';

/** Known and unknown addresses are answered after the same time: longer than either takes. */
const ANSWER_AFTER_MS = 150;

/**
 * Somebody typed an address and asks for a code. The answer is the same whether or not the address is known; the browser gets a
 * cookie without which the code is worth nothing.
 */
@Injectable()
export class AskToSignIn {
  constructor(
    private readonly database: Database,
    private readonly requests: SignInRequests,
    private readonly mails: MailRows,
    private readonly doorbell: Doorbell,
  ) {}

  async ask(typed: string): Promise<Asked> {
    const address = readAddress(typed, asciiDomain);
    if (typeof address === 'string') return 'no address';
    const [asked] = await Promise.all([this.write(address.mailbox), pause(ANSWER_AFTER_MS)]);
    return asked;
  }

  private async write(address: string): Promise<Asked> {
    const [home] = await this.database.as('facet_accounts', null, (tx) => membershipsOf(tx, address));
    const { token, hash } = newToken();
    const written = await this.database.as('facet_accounts', home?.organisation ?? null, async (tx) => {
      if (await this.requests.isAskedTooOften(tx, address)) return null;
      const request = randomUUID();
      await this.requests.insert(tx, request, address, hash);
      return home ? this.writeMail(tx, request, home) : [];
    });
    if (written === null) return 'too often';
    void this.doorbell.ring(written);
    return { cookie: token };
  }

  private writeMail(tx: Transaction, request: string, { person }: Membership): Promise<string[]> {
    const giveUpAt = new Date(tx.now.getTime() + SIGN_IN_MINUTES * 60_000);
    return this.mails.write(tx, [
      { person, kind: 'sign_in', dedupeKey: `signin:${request}`, about: request, notBefore: tx.now, giveUpAt, items: [] },
    ]);
  }
}
