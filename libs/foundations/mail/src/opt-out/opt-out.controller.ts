import { Body, Controller, Get, Header, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ONE_CLICK, Permit } from '@facet/platform';
import { OptOut, type Stopping } from './opt-out';
import { PAGE_POLICY } from '../pages/plain-page';
import { optOutPage, RESUME, STOP, unknownPage } from './opt-out-page';

/** What of Fastify's reply is needed to say that there is no such page. */
interface Reply {
  status(code: number): unknown;
}

/** The address in the header List-Unsubscribe: a look changes nothing, whoever looks; only a post acts. */
@Controller()
export class OptOutController {
  constructor(private readonly optOut: OptOut) {}

  @Get(ONE_CLICK)
  @Permit('anyone')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', PAGE_POLICY)
  async look(@Param('mail') name: string, @Res({ passthrough: true }) reply: Reply): Promise<string> {
    return told(await this.optOut.look(name), reply);
  }

  @Post(ONE_CLICK)
  @Permit('anyone')
  @HttpCode(200)
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', PAGE_POLICY)
  async act(@Param('mail') name: string, @Body() body: unknown, @Res({ passthrough: true }) reply: Reply): Promise<string> {
    return told(await this.answer(name, body), reply);
  }

  private answer(name: string, body: unknown): Promise<Stopping | null> {
    if (says(body, STOP)) return this.optOut.stop(name);
    return says(body, RESUME) ? this.optOut.resume(name) : this.optOut.look(name);
  }
}

/** As a form, or in parts: RFC 8058 allows both. */
function says(body: unknown, field: string): boolean {
  const [name = '', value = ''] = field.split('=');
  return typeof body === 'string' && (body.trim() === field || body.includes(`name="${name}"\r\n\r\n${value}\r\n`));
}

function told(stopping: Stopping | null, reply: Reply): string {
  if (stopping !== null) return optOutPage(stopping);
  reply.status(404);
  return unknownPage();
}
