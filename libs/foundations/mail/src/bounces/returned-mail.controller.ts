import { createHmac, timingSafeEqual } from 'node:crypto';
import { CONFIGURATION, type Configuration, notFound, Permit, Refused, RETURNED_MAIL, RETURNED_MAIL_TYPES } from '@facet/platform';
import { Body, Controller, Headers, HttpCode, Inject, Post } from '@nestjs/common';
import { KeepAside } from './keep-aside';
import { readReturnedForm } from './returned-form';
import { type Strange, type Taken, TakeReturned } from './take-returned';

/** Returned mail, posted by a mail server or a provider's relay that knows the secret of this door. It needs no session: it is signed. */
@Controller()
export class ReturnedMailController {
  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly returned: TakeReturned,
    private readonly aside: KeepAside,
  ) {}

  @Post(RETURNED_MAIL)
  @Permit('anyone')
  @HttpCode(200)
  async take(
    @Body() body: unknown,
    @Headers('content-type') type: string | undefined,
    @Headers('x-facet-signature') signature: string | undefined,
  ): Promise<{ readonly did: 'taken' | 'ignored' }> {
    const { bounceWebhookSecret } = this.configuration.mail;
    if (bounceWebhookSecret === undefined) throw notFound();
    if (!Buffer.isBuffer(body) || !isSigned(bounceWebhookSecret, body, signature)) throw unsigned();
    const taken = type?.startsWith(RETURNED_MAIL_TYPES.form) === true ? await this.form(body) : await this.returned.take(body);
    if (taken.kind === 'strange') throw strange(taken.why, await this.aside.keep(body, taken.why));
    if (taken.kind === 'not yet') throw notYet();
    return { did: taken.kind };
  }

  private form(body: Buffer): Promise<Taken> {
    const report = readReturnedForm(body);
    return report === null ? Promise.resolve({ kind: 'strange', why: 'unreadable' }) : this.returned.record(report);
  }
}

/** `sha256=` and the HMAC of the bytes, in hexadecimal digits. */
function isSigned(secret: Buffer, body: Buffer, signature = ''): boolean {
  const given = Buffer.from(signature.toLowerCase());
  const right = Buffer.from(`sha256=${createHmac('sha256', secret).update(body).digest('hex')}`);
  return given.length === right.length && timingSafeEqual(given, right);
}

const NOTHING = 'Nothing has been changed.';

const unsigned = (): Refused =>
  new Refused({ code: 'unsigned', title: 'This is not signed with the secret of this door.', status: 403, detail: NOTHING });

const strange = (why: Strange, kept: boolean): Refused =>
  new Refused({
    ...{ code: 'strange', title: `This report cannot be used: ${why}.`, status: 422 },
    detail: `${NOTHING} ${kept ? 'It was set aside for a person to look at.' : 'Keep it: there is no room for it here.'}`,
  });

const notYet = (): Refused =>
  new Refused({
    ...{ code: 'not_yet', title: 'This mail is still being sent.', status: 503 },
    detail: `${NOTHING} Post the report again in some minutes.`,
  });
