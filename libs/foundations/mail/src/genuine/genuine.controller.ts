import { CONFIGURATION, type Configuration, Permit } from '@facet/platform';
import { Controller, Get, Header, Inject } from '@nestjs/common';
import { PAGE_POLICY } from '../pages/plain-page';
import { GENUINE } from './address';
import { genuinePage } from './genuine-page';

/** Every mail leads here. The page knows nobody, sets nothing and asks for nothing. */
@Controller()
export class GenuineController {
  constructor(@Inject(CONFIGURATION) private readonly configuration: Configuration) {}

  @Get(GENUINE)
  @Permit('anyone')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', PAGE_POLICY)
  page(): string {
    const { mail, publicUrl } = this.configuration;
    return genuinePage({ address: mail.from.address, site: publicUrl.origin, returnDomain: mail.returnDomain });
  }
}
