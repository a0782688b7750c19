import { Body, Controller, Get, Headers, HttpCode, Ip, Post } from '@nestjs/common';
import { type HeldView, LostLink as Lost, path, ReplaceLink as Replace } from '@facet/contract';
import { body, FailureLimit, Permit, Refused } from '@facet/platform';
import { Bearer } from './bearer';
import { HeldAboutMe } from './held-about-me';
import { LostLink } from './lost-link';
import { tooManyTries } from './refusals';
import { ReplaceLink } from './replace-link';
import { WrongGroup } from './wrong-group';

/** Times that one address of the network may ask for a lost link in a minute; a whole school sits behind one. */
const MOST_ASKED = 30;

/** What somebody does with their link beyond answering. */
@Controller()
export class OwnLinkController {
  private readonly asked = new FailureLimit(MOST_ASKED);

  constructor(
    private readonly bearer: Bearer,
    private readonly held: HeldAboutMe,
    private readonly replacing: ReplaceLink,
    private readonly wrongGroup: WrongGroup,
    private readonly lost: LostLink,
  ) {}

  @Get(path.held)
  @Permit('link')
  show(@Headers('authorization') bearer: unknown, @Ip() from: string): Promise<HeldView> {
    return this.bearer.with(bearer, from, (token) => this.held.show(token));
  }

  @Post(path.replaceLink)
  @Permit('link')
  @HttpCode(204)
  async replace(@Headers('authorization') bearer: unknown, @Ip() from: string, @Body(body(Replace)) { keep }: Replace): Promise<void> {
    await this.bearer.with(bearer, from, (token) => this.replacing.replace(token, keep));
  }

  @Post(path.wrongGroup)
  @Permit('link')
  @HttpCode(204)
  async tellCoach(@Headers('authorization') bearer: unknown, @Ip() from: string): Promise<void> {
    await this.bearer.with(bearer, from, (token) => this.wrongGroup.tell(token));
  }

  /** The same answer after the same time, whether or not the address is known here. */
  @Post(path.lostLink)
  @Permit('anyone')
  @HttpCode(204)
  async sendAgain(@Ip() from: string, @Body(body(Lost)) { email }: Lost): Promise<void> {
    const at = performance.now();
    if (this.asked.exceeded(from, at)) throw tooManyTries();
    this.asked.record(from, at);
    if ((await this.lost.sendAgain(email)) === 'no address')
      throw new Refused({
        code: 'invalid',
        title: 'This does not look like an email address.',
        status: 400,
        detail: 'Please type it as it stands in your mail program. Nothing has been sent.',
        errors: [{ field: 'email', message: 'An email address looks like name@example.org.' }],
      });
  }
}
