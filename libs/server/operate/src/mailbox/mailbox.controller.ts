import { Controller, Get, Header, Inject, Param, UseGuards } from '@nestjs/common';
import { CONFIGURATION, type Configuration, notFound, Permit } from '@facet/platform';
import { type KeptMail, keptMail, newestMails } from './kept-mails';
import { MAIL_POLICY } from './mail-policy';
import { MailboxGuard } from './mailbox-guard';
import { listPage, mailPage } from './mailbox-pages';
import { mailboxStyle } from './mailbox-style';

export const HTML = 'text/html; charset=utf-8';
/** What the demo's SMTP server received, so that trying the product needs no mail account. */
@Controller('mailbox')
@UseGuards(MailboxGuard)
export class MailboxController {
  constructor(@Inject(CONFIGURATION) private readonly configuration: Configuration) {}

  @Get()
  @Permit('anyone')
  @Header('content-type', HTML)
  async list(): Promise<string> {
    return listPage(await newestMails(this.configuration.data));
  }

  @Get('style.css')
  @Permit('anyone')
  @Header('content-type', 'text/css; charset=utf-8')
  style(): string {
    return mailboxStyle;
  }

  @Get(':mail')
  @Permit('anyone')
  @Header('content-type', HTML)
  async one(@Param('mail') id: string): Promise<string> {
    return mailPage(await this.kept(id));
  }

  @Get(':mail/html')
  @Permit('anyone')
  @Header('content-type', HTML)
  @Header('content-security-policy', MAIL_POLICY)
  async html(@Param('mail') id: string): Promise<string> {
    const { mail } = await this.kept(id);
    return mail.html ?? '';
  }

  private async kept(id: string): Promise<KeptMail> {
    const kept = await keptMail(this.configuration.data, id);
    if (kept === null) throw notFound();
    return kept;
  }
}
