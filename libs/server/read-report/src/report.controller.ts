import { Controller, Get, Header, HttpCode, Param, Post, Res, StreamableFile } from '@nestjs/common';
import { SignedIn } from '@facet/accounts';
import { path, type ReportView } from '@facet/contract';
import { notFound, Permit, type Principal } from '@facet/platform';
import type { FastifyReply } from 'fastify';
import { ExportCsv } from './export-csv';
import { PrintReport } from './pdf/print-report';
import { ReadReport } from './read-report';
import { type Refusal, refusal } from './refusals';
import { ReleaseReport } from './release-report';

/** The coach reads, downloads and releases; the leader reads and downloads what was released. */
@Controller()
export class ReportController {
  constructor(
    private readonly reading: ReadReport,
    private readonly exporting: ExportCsv,
    private readonly printing: PrintReport,
    private readonly releasing: ReleaseReport,
  ) {}

  @Get(path.report)
  @Permit('leader', 'coach')
  async read(@SignedIn() principal: Principal, @Param('round') round: string): Promise<ReportView> {
    return there(await this.reading.read(principal, round, 'page'));
  }

  @Get(path.reportCsv)
  @Permit('leader', 'coach')
  @Header('content-type', 'text/csv; charset=utf-8; header=present')
  @Header('content-disposition', 'attachment')
  async csv(@SignedIn() principal: Principal, @Param('round') round: string): Promise<string> {
    return there(await this.exporting.export(principal, round));
  }

  @Get(path.reportPdf)
  @Permit('leader', 'coach')
  @Header('content-type', 'application/pdf')
  async pdf(
    @SignedIn() principal: Principal,
    @Param('round') round: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const gone = new AbortController();
    reply.raw.once('close', () => gone.abort());
    const { pdf, disposition } = there(await this.printing.print(principal, round, gone.signal));
    return new StreamableFile(pdf, { disposition, length: pdf.length });
  }

  @Post(path.release)
  @Permit('coach')
  @HttpCode(204)
  async release(@SignedIn() principal: Principal, @Param('round') round: string): Promise<void> {
    there(await this.releasing.release(principal, round));
  }
}

function there<Result extends object | string>(result: Result | Refusal | null): Result {
  if (result === null) throw notFound();
  if (isRefusal(result)) throw refusal(result);
  return result;
}

const isRefusal = (result: object | string): result is Refusal => typeof result === 'object' && 'refused' in result;
