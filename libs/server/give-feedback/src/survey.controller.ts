import { Body, Controller, Get, Headers, HttpCode, Ip, Post, Put } from '@nestjs/common';
import { Decline, path, SaveAnswers as Change, type Saved, SendAnswers as Send, type SurveyView } from '@facet/contract';
import { body, Permit } from '@facet/platform';
import { Bearer } from './bearer';
import { OpenSurvey } from './open-survey';
import { SaveAnswers } from './save-answers';
import { SendAnswers } from './send-answers';
import { TakeBackAnswers } from './take-back-answers';

/** What a colleague does with their answers. */
@Controller()
export class SurveyController {
  constructor(
    private readonly bearer: Bearer,
    private readonly survey: OpenSurvey,
    private readonly answers: SaveAnswers,
    private readonly sending: SendAnswers,
    private readonly takingBack: TakeBackAnswers,
  ) {}

  @Get(path.survey)
  @Permit('link')
  open(@Headers('authorization') bearer: unknown, @Ip() from: string): Promise<SurveyView> {
    return this.bearer.with(bearer, from, (token) => this.survey.open(token));
  }

  @Put(path.answers)
  @Permit('link')
  save(@Headers('authorization') bearer: unknown, @Ip() from: string, @Body(body(Change)) change: Change): Promise<Saved> {
    return this.bearer.with(bearer, from, (token) => this.answers.save(token, change));
  }

  @Post(path.send)
  @Permit('link')
  @HttpCode(200)
  send(@Headers('authorization') bearer: unknown, @Ip() from: string, @Body(body(Send)) { rev }: Send): Promise<Saved> {
    return this.bearer.with(bearer, from, (token) => this.sending.send(token, rev));
  }

  @Post(path.withdraw)
  @Permit('link')
  @HttpCode(204)
  async withdraw(@Headers('authorization') bearer: unknown, @Ip() from: string): Promise<void> {
    await this.bearer.with(bearer, from, (token) => this.takingBack.withdraw(token));
  }

  @Post(path.decline)
  @Permit('link')
  @HttpCode(204)
  async decline(@Headers('authorization') bearer: unknown, @Ip() from: string, @Body(body(Decline)) { reason }: Decline): Promise<void> {
    await this.bearer.with(bearer, from, (token) => this.takingBack.decline(token, reason ?? ''));
  }
}
