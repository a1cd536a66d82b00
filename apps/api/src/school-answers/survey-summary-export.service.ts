import { Injectable, StreamableFile } from '@nestjs/common';
import { csvFile, xlsxFile } from '@tracker/files';
import type { FastifyRequest } from 'fastify';
import { FILE_TYPES } from '../exports/file-types';
import { HandOuts } from '../http/hand-outs';
import { summaryColumns, type SummaryRow, summaryRows } from './summary-rows';
import type { SurveySummaryExportQueryDto } from './survey-summary.dto';
import { SurveySummaryService } from './survey-summary.service';

/** The summary as a file; that it was handed out is in the audit trail. */
@Injectable()
export class SurveySummaryExportService {
  constructor(
    private readonly handOuts: HandOuts,
    private readonly summaries: SurveySummaryService,
  ) {}

  /** @throws 404 no such survey */
  async send(
    request: FastifyRequest,
    { format = 'csv', ...asked }: SurveySummaryExportQueryDto,
  ): Promise<StreamableFile> {
    const summary = await this.summaries.summary(asked);
    const { academicYear, comparedWith } = summary;
    const rows = summaryRows(summary);
    await this.handOuts.record({
      entity: 'lists',
      recordId: 'what schools told us',
      userId: request.user?.id ?? null,
      source: request.id,
      details: { format, rows: rows.length, filter: { ...asked, academicYear } },
    });
    const columns = summaryColumns(academicYear, comparedWith?.academicYear ?? null);
    const file =
      format === 'csv'
        ? csvFile(columns, inOneBatch(rows))
        : xlsxFile(columns, inOneBatch(rows), 'What schools told us');
    const name = `what-schools-told-us-${academicYear}.${format}`;
    const disposition = `attachment; filename="${name}"`;
    return new StreamableFile(file, { type: FILE_TYPES[format], disposition });
  }
}

async function* inOneBatch(rows: SummaryRow[]): AsyncGenerator<SummaryRow[]> {
  yield rows;
}
