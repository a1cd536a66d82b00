import type { Readable } from 'node:stream';
import {
  questionOfColumn,
  SCHOOL_COLUMNS,
  type SchoolColumnKey,
  URN_COLUMN,
} from '@tracker/domain';
import { getHubSettings } from '@tracker/data';
import { csvFile, type ExportColumn, xlsxFile } from '@tracker/files';
import { answerCell, answerHeading, askedQuestions, kindOfAnswers } from '../asked-questions';
import { countRows, counted, readBatches } from '../read-batches';
import { periodOf } from '../report-period';
import { ReportProblem } from '../report-problem';
import type { MakeReport } from '../report-work';
import { type FiguresRow, SCHOOL_FIGURES } from './school-figures.queries';

/** The chosen figures of every school in scope, one row a school, keyed by its URN. */
export const makeBySchool: MakeReport = async (work): Promise<Readable> => {
  const { manager, parameters, format, today, reached } = work;
  const period = await periodOf(manager, parameters, today);
  const columns = await columnsOf(work);
  const figures = SCHOOL_FIGURES.write({
    period,
    academicYear: parameters.academicYear,
    planRules: (await getHubSettings(manager)).planRules,
    columns: parameters.columns.filter((key) => questionOfColumn(key) === null),
    questionKeys: parameters.columns.flatMap((key) => questionOfColumn(key) ?? []),
  });
  const total = await countRows(manager, figures);
  let read = 0;
  const batches = counted(readBatches(manager, 'school_figures', figures), (rows) => {
    read += rows;
    reached(read / total);
  });
  return format === 'csv' ? csvFile(columns, batches) : xlsxFile(columns, batches, 'Figures');
};

/** The URN and the columns asked for, in their order. */
async function columnsOf({
  manager,
  parameters,
}: Parameters<MakeReport>[0]): Promise<ExportColumn<FiguresRow>[]> {
  const questions = new Map((await askedQuestions(manager)).map((one) => [one.key, one]));
  const known = new Map([URN_COLUMN, ...SCHOOL_COLUMNS].map((column) => [column.key, column]));
  return [URN_COLUMN.key, ...parameters.columns].map((key): ExportColumn<FiguresRow> => {
    const column = known.get(key);
    if (column) return { ...column, value: (row) => row[key as 'urn' | SchoolColumnKey] };
    const question = questions.get(questionOfColumn(key) ?? '');
    if (!question) throw new ReportProblem(`There is no column “${key}” any more.`);
    return {
      ...{ key, heading: answerHeading(question), kind: kindOfAnswers(question) },
      value: ({ answers }) => answerCell(question, answers?.[question.key]),
    };
  });
}
