import { Readable } from 'node:stream';
import { composeStakeholder, type StakeholderFigures } from '@tracker/domain';
import { sql, statement } from '@tracker/data';
import { ReportProblem } from '../report-problem';
import type { MakeReport } from '../report-work';
import type * as DocxFile from './docx-file';
import type * as PdfFile from './pdf-file';

const FIGURES = statement(
  'reports.kept-figures',
  (reportId: string) => sql<{ figures: StakeholderFigures }>`
  SELECT figures FROM report_figures WHERE report_id = ${reportId}`,
);

/** The figures that were kept when the report was asked for, as PDF or as a Word document. */
export const makeStakeholderReport: MakeReport = async ({ manager, reportId, format, reached }) => {
  const kept = await FIGURES.row(manager, reportId);
  if (!kept)
    throw new ReportProblem('The figures of this report are not kept any more. Make it again.');
  const document = composeStakeholder(kept.figures);
  reached(0.2);
  if (format === 'docx') {
    return Readable.from([await docxWriter().docxFile(document)], { objectMode: false });
  }
  return pdfWriter().pdfFile(document, reached);
};

// Loaded when the first one is made: they are large, and most processes never make one.
/* eslint-disable @typescript-eslint/no-require-imports */
const docxWriter = () => require('./docx-file') as typeof DocxFile;
const pdfWriter = () => require('./pdf-file') as typeof PdfFile;
