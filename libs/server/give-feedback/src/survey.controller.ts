import { Body, Controller, Get, Headers, HttpCode, Ip, Post, Put } from '@nestjs/common';
import { path, SaveAnswers as Change, type Saved, SendAnswers as Send, type SurveyView } from '@facet/contract';
import { body, FailureLimit, Permit, Refused } from '@facet/platform';
import { OpenSurvey } from './open-survey';
import { refusal, type SurveyRefusal, tooManyTries } from './refusals';
import { SaveAnswers } from './save-answers';
import { SendAnswers } from './send-answers';
import { TakeBackAnswers } from './take-back-answers';

/** Wrong links from one address in a minute; right ones cost nothing. */
const MOST_WRONG_LINKS = 20;

/** The colleague's five requests. The bearer in the header is the only thing that says who is asking. */
@Controller()
export class SurveyController {
  private readonly wrongLinks = new FailureLimit(MOST_WRONG_LINKS);

  constructor(
    private readonly survey: OpenSurvey,
    private readonly answers: SaveAnswers,
    private readonly sending: SendAnswers,
    private readonly takingBack: TakeBackAnswers,
  ) {}

  @Get(path.survey)
  @Permit('link')
  open(@Headers('authorization') bearer: unknown, @Ip() from: string): Promise<SurveyView> {
    return this.with(bearer, from, (token) => this.survey.open(token));
  }

  @Put(path.answers)
  @Permit('link')
  save(@Headers('authorization') bearer: unknown, @Ip() from: string, @Body(body(Change)) change: Change): Promise<Saved> {
    return this.with(bearer, from, (token) => this.answers.save(token, change));
  }

  @Post(path.send)
  @Permit('link')
  @HttpCode(200)
  send(@Headers('authorization') bearer: unknown, @Ip() from: string, @Body(body(Send)) { rev }: Send): Promise<Saved> {
    return this.with(bearer, from, (token) => this.sending.send(token, rev));
  }

  @Post(path.withdraw)
  @Permit('link')
  @HttpCode(204)
  async withdraw(@Headers('authorization') bearer: unknown, @Ip() from: string): Promise<void> {
    await this.with(bearer, from, (token) => this.takingBack.withdraw(token));
  }

  @Post(path.decline)
  @Permit('link')
  @HttpCode(204)
  async decline(@Headers('authorization') bearer: unknown, @Ip() from: string): Promise<void> {
    await this.with(bearer, from, (token) => this.takingBack.decline(token));
  }

  private async with<Result extends object | string>(
    bearer: unknown,
    from: string,
    act: (token: string) => Promise<Result | SurveyRefusal>,
  ): Promise<Result> {
    const [, token = ''] = /^Bearer (\S+)$/.exec(typeof bearer === 'string' ? bearer : '') ?? [];
    const result = await act(token);
    if (!isRefusal(result)) return result;
    if (result.refused === 'unknown') this.countWrongLink(from);
    throw new Refused(refusal(result));
  }

  /** Asked only once a link has turned out to be wrong: whoever else sits behind the same address is not in the way of it. */
  private countWrongLink(from: string): void {
    const at = performance.now();
    if (this.wrongLinks.exceeded(from, at)) throw tooManyTries();
    this.wrongLinks.record(from, at);
  }
}

const isRefusal = (result: object | string): result is SurveyRefusal => typeof result === 'object' && 'refused' in result;
