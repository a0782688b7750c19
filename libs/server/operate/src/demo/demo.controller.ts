import { Controller, Get, Inject } from '@nestjs/common';
import { type DemoView, path } from '@facet/contract';
import { CONFIGURATION, type Configuration, notFound, Permit } from '@facet/platform';
import { demoPeople } from './demo-people';

/** Tells whoever tries the product whom to sign in as. Does not exist outside demo mode. */
@Controller()
export class DemoController {
  constructor(@Inject(CONFIGURATION) private readonly configuration: Configuration) {}

  @Get(path.demo)
  @Permit('anyone')
  who(): DemoView {
    if (!this.configuration.demo) throw notFound();
    return { mailbox: '/mailbox', people: demoPeople.map(({ name, email, role }) => ({ name, email, role })) };
  }
}
