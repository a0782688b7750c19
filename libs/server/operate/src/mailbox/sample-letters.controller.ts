import { Controller, Get, Header, Inject, Param, UseGuards } from '@nestjs/common';
import { isWordingKey, render, type RenderedLetter, samplesOf } from '@facet/mail';
import { CONFIGURATION, type Configuration, Database, notFound, Permit } from '@facet/platform';
import { MAIL_POLICY } from './mail-policy';
import { MailboxGuard } from './mailbox-guard';
import { HTML } from './mailbox.controller';
import { samplePage, samplesPage } from './sample-pages';

/** One letter of each kind with made-up people, for whoever tries the product and would not wait for a round to bring them about. */
@Controller('mailbox/letters')
@UseGuards(MailboxGuard)
export class SampleLettersController {
  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly database: Database,
  ) {}

  @Get()
  @Permit('anyone')
  @Header('content-type', HTML)
  list(): string {
    return samplesPage();
  }

  @Get(':letter')
  @Permit('anyone')
  @Header('content-type', HTML)
  async one(@Param('letter') letter: string): Promise<string> {
    return samplePage(letter, await this.sample(letter));
  }

  @Get(':letter/html')
  @Permit('anyone')
  @Header('content-type', HTML)
  @Header('content-security-policy', MAIL_POLICY)
  async html(@Param('letter') letter: string): Promise<string> {
    return (await this.sample(letter)).html;
  }

  private async sample(letter: string): Promise<RenderedLetter> {
    if (!isWordingKey(letter)) throw notFound();
    const { mail, publicUrl } = this.configuration;
    const contact = { name: 'Priya Nair', email: mail.from.address };
    const sender = { organisation: 'Hill Street School', contact, dataContact: 'Pat Lowe, extension 204', site: publicUrl.origin };
    const now = await this.database.as('facet_mail', null, (tx) => Promise.resolve(tx.now));
    return render(samplesOf({ sender, zone: 'Europe/London', now })[letter]);
  }
}
