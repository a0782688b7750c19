import { timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { signInCode } from '@facet/mail';
import { CONFIGURATION, type Configuration, Database } from '@facet/platform';
import { CountedRefusals } from '../session/counted-refusals';
import { membershipsOf } from '../session/memberships';
import { hashOfToken } from '../session/opaque-token';
import { recordOfAddress } from '../session/record-of-address';
import { Sessions } from '../session/sessions';
import { SignInRequests } from './sign-in-requests';

export type EnteredRefusal = 'not asked here' | 'used' | 'too old' | 'too many tries' | 'wrong code';
export type Entered = { readonly session: string } | EnteredRefusal;

/** A person pressed "Sign in": the code counts once, for ten minutes, and only in the browser that asked for it. */
@Injectable()
export class EnterCode {
  constructor(
    private readonly database: Database,
    private readonly requests: SignInRequests,
    private readonly sessions: Sessions,
    private readonly refusals: CountedRefusals,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** `asked` and `before` are the browser's cookies: of its request, and of a session that it may still have. */
  async enter(code: string, asked: string | undefined, before: string | undefined, agent?: string): Promise<Entered> {
    const browserHash = hashOfToken(asked);
    if (browserHash === null) return 'not asked here';
    const tried: { address?: string } = {};
    const entered = await this.database.as('facet_accounts', null, async (tx): Promise<Entered> => {
      const request = await this.requests.countTry(tx, browserHash);
      if (request === null) return 'not asked here';
      tried.address = request.address;
      if (request.state !== 'open') return request.state;
      const isRight = timingSafeEqual(Buffer.from(code), Buffer.from(signInCode(this.configuration.secret, request.id)));
      const memberships = await membershipsOf(tx, request.address);
      if (!isRight || memberships.length === 0) return 'wrong code';
      if (!(await this.requests.use(tx, request.id))) return 'used';
      await recordOfAddress(tx, request.address, 'signed_in', { method: 'mailed code' });
      return { session: await this.sessions.begin(tx, request.address, before, agent) };
    });
    // Not waited for: how long an answer takes must not tell whether an address is known.
    if (typeof entered === 'string' && tried.address !== undefined) this.refusals.signInRefused(tried.address);
    return entered;
  }
}
