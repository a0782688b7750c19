import { Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { SignedIn } from '@facet/accounts';
import { path, type ReportView } from '@facet/contract';
import { notFound, Permit, type Principal } from '@facet/platform';
import { ExportCsv } from './export-csv';
import { ReadReport } from './read-report';
import { refusal } from './refusals';
import { ReleaseReport } from './release-report';
import type { NoReport } from './report-door';

/** The coach reads, downloads and releases; the leader reads and downloads what was released. */
@Controller()
export class ReportController {
  constructor(
    private readonly reading: ReadReport,
    private readonly exporting: ExportCsv,
    private readonly releasing: ReleaseReport,
  ) {}

  @Get(path.report)
  @Permit('leader', 'coach')
  async read(@SignedIn() principal: Principal, @Param('round') round: string): Promise<ReportView> {
    return there(await this.reading.read(principal, round));
  }

  @Get(path.reportCsv)
  @Permit('leader', 'coach')
  @Header('content-type', 'text/csv; charset=utf-8; header=present')
  @Header('content-disposition', 'attachment')
  async csv(@SignedIn() principal: Principal, @Param('round') round: string): Promise<string> {
    return there(await this.exporting.export(principal, round));
  }

  @Post(path.release)
  @Permit('coach')
  @HttpCode(204)
  async release(@SignedIn() principal: Principal, @Param('round') round: string): Promise<void> {
    there(await this.releasing.release(principal, round));
  }
}

function there<Result extends object | string>(result: Result | NoReport | null): Result {
  if (result === null) throw notFound();
  if (isRefusal(result)) throw refusal(result);
  return result;
}

const isRefusal = (result: object | string): result is NoReport => typeof result === 'object' && 'refused' in result;
