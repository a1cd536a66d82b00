import { Readable } from 'node:stream';
import { Inject, Injectable, StreamableFile } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { formatDay, londonDayOf, type ReportFormat } from '@tracker/domain';
import { ENV, findReportFile } from '@tracker/work';
import { fileContent, ReportEntity } from '@tracker/data';
import type { ServerEnv } from '@tracker/process';
import type { DataSource } from 'typeorm';
import { HandOuts } from '../http/hand-outs';
import { conflict, notFound, ProblemException } from '../http/problem';

const TYPES: Record<ReportFormat, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/** Hands out the files of finished reports. */
@Injectable()
export class ReportFilesService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(ENV) private readonly env: ServerEnv,
    private readonly handOuts: HandOuts,
  ) {}

  /**
   * The file. That it was handed out, and to whom, is in the audit trail before its first byte leaves.
   *
   * @throws 404; 409 not made yet, or failed; 410 expired
   */
  async send(id: string, by: { userId: string; source: string }): Promise<StreamableFile> {
    const report = await this.dataSource.getRepository(ReportEntity).findOneBy({ id });
    if (!report) throw notFound('the report');
    const { status, storedAs, expiresAt, format, fileName, kind } = report;
    if (status === 'failed')
      throw conflict('This report failed, so there is no file. Make it again.');
    if (status !== 'done' || storedAs === null || expiresAt === null) {
      throw conflict('This report is still being made. Wait until it is done.');
    }
    if (expiresAt.getTime() <= Date.now()) {
      const day = londonDayOf(expiresAt.toISOString());
      throw gone(`The file was kept until ${day ? formatDay(day) : 'its last day'} only.`);
    }
    const file = await findReportFile(this.dataSource, this.env.dataDir, storedAs);
    if (!file) throw gone('The file is not on the server any more.');
    if (file.bytes !== report.bytes) {
      throw gone('The file on the server was cut off and is not whole.');
    }
    const handOut = { entity: 'reports', recordId: id, ...by };
    const details = { kind, format, bytes: file.bytes };
    await this.handOuts.record({ ...handOut, details });
    const content = Readable.from(fileContent(this.dataSource, file), { objectMode: false });
    return new StreamableFile(content, {
      type: TYPES[format],
      length: file.bytes,
      disposition: `attachment; filename="${fileName}"`,
    });
  }
}

const gone = (why: string) => new ProblemException(410, `${why} Make the report again.`);
