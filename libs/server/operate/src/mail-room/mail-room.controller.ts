import { Body, Controller, Get, Header, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { SignedIn } from '@facet/accounts';
import { type LetterSample, type LettersView, type LetterView, LetterWording, type MailRoomView, path } from '@facet/contract';
import { hoursInWords, readCalendar } from '@facet/mail';
import { body, CONFIGURATION, type Configuration, invalid, notFound, Permit, type Principal, type Transaction } from '@facet/platform';
import { MAIL_POLICY } from '../mailbox/mail-policy';
import { countMails, oldestMinutes, remindersByDay } from './count-mails';
import { Desk } from './desk';
import { LetterDesk, type NotWorded } from './letter-desk';
import { troubledMails } from './troubled-mails';

/** The administrator sees how mail fares, and says how it is worded. */
@Controller()
export class MailRoomController {
  constructor(
    private readonly desk: Desk,
    private readonly letters: LetterDesk,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  @Get(path.mailRoom)
  @Permit('administrator')
  look(@SignedIn() principal: Principal): Promise<MailRoomView> {
    return this.desk.at(principal, async ({ tx, organisation: { name, zone } }) => ({
      organisation: name,
      hours: await this.hours(tx),
      oldestMinutes: await oldestMinutes(tx),
      kinds: await countMails(tx),
      troubled: await troubledMails(tx),
      reminders: await remindersByDay(tx, zone),
    }));
  }

  @Get(path.letters)
  @Permit('administrator')
  list(@SignedIn() principal: Principal): Promise<LettersView> {
    return this.letters.list(principal);
  }

  @Get(path.letter)
  @Permit('administrator')
  async read(@SignedIn() principal: Principal, @Param('letter') letter: string): Promise<LetterView> {
    return found(await this.letters.look(principal, letter));
  }

  @Get(path.letterHtml)
  @Permit('administrator')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', MAIL_POLICY)
  async html(@SignedIn() principal: Principal, @Param('letter') letter: string): Promise<string> {
    return found(await this.letters.sample(principal, letter)).html;
  }

  @Post(path.letterPreview)
  @HttpCode(200)
  @Permit('administrator')
  async preview(
    @SignedIn() principal: Principal,
    @Param('letter') letter: string,
    @Body(body(LetterWording)) typed: LetterWording,
  ): Promise<LetterSample> {
    return worded(await this.letters.preview(principal, letter, typed));
  }

  @Post(path.letter)
  @HttpCode(200)
  @Permit('administrator')
  async keep(
    @SignedIn() principal: Principal,
    @Param('letter') letter: string,
    @Body(body(LetterWording)) typed: LetterWording,
  ): Promise<LetterView> {
    return worded(await this.letters.keep(principal, letter, typed));
  }

  @Post(path.letterReset)
  @HttpCode(200)
  @Permit('administrator')
  async reset(@SignedIn() principal: Principal, @Param('letter') letter: string): Promise<LetterView> {
    return found(await this.letters.reset(principal, letter));
  }

  private async hours(tx: Transaction): Promise<string> {
    const { hours, zone } = await readCalendar(tx, this.configuration);
    return hours === null ? 'at any hour' : hoursInWords(hours, zone);
  }
}

function found<Result>(result: Result | null): Result {
  if (result === null) throw notFound();
  return result;
}

function worded<Result extends object>(result: Result | NotWorded | null): Result {
  const done = found(result);
  if ('errors' in done) throw invalid(done.errors);
  return done;
}
