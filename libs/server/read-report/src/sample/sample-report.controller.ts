import { Controller, Get } from '@nestjs/common';
import { SignedIn } from '@facet/accounts';
import { path, type ReportView } from '@facet/contract';
import { notFound, Permit, type Principal } from '@facet/platform';
import { SampleReport } from './sample-report';

/** What a report looks like, for anybody who is signed in. */
@Controller()
export class SampleReportController {
  constructor(private readonly sample: SampleReport) {}

  @Get(path.sampleReport)
  @Permit('signed-in')
  async show(@SignedIn() principal: Principal): Promise<ReportView> {
    const report = await this.sample.show(principal);
    if (report === null) throw notFound();
    return report;
  }
}
