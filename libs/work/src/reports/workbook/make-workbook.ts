import type { Readable } from 'node:stream';
import { formatDay } from '@tracker/domain';
import { MOST_XLSX_ROWS, type XlsxSheet, xlsxSheet, xlsxWorkbook } from '@tracker/files';
import { askedQuestions } from '../asked-questions';
import { countRows, counted, readBatches } from '../read-batches';
import { periodOf, type ReportPeriod } from '../report-period';
import { ReportProblem } from '../report-problem';
import type { MakeReport, ReportWork } from '../report-work';
import { actionsSheet } from './actions-sheet';
import { answersSheet } from './answers-sheet';
import { coverageSheet } from './coverage-sheet';
import { outcomesSheet } from './outcomes-sheet';
import { field, type SheetPlan } from './sheet';
import { visitsSheet } from './visits-sheet';

/**
 * Visits, outcomes, survey answers, actions and coverage as sheets of one workbook, one row a record,
 * all as they are at one moment. The sheets are read one after the other while the file is read.
 */
export const makeWorkbook: MakeReport = async (work): Promise<Readable> => {
  const period = await periodOf(work.manager, work.parameters, work.today);
  const questions = await askedQuestions(work.manager);
  const tally = new Tally(work);
  const sheets = [
    await tally.sheet(visitsSheet(period)),
    await tally.sheet(outcomesSheet(period)),
    await tally.sheet(answersSheet(period, questions)),
    await tally.sheet(actionsSheet(period)),
    await tally.sheet(coverageSheet(period)),
  ];
  return xlsxWorkbook([aboutSheet(work, period, tally.about), ...sheets]);
};

interface AboutRow {
  sheet: string;
  oneRowIs: string;
  rows: number | null;
}

/** Counts the rows of all sheets before the first is read, so that progress can be told. */
class Tally {
  readonly about: AboutRow[] = [];
  private total = 0;
  private read = 0;

  constructor(private readonly work: ReportWork) {}

  /** @throws ReportProblem for more rows than a sheet of Excel holds */
  async sheet<Row>({ name, oneRowIs, statement, columns }: SheetPlan<Row>): Promise<XlsxSheet> {
    const { manager, reached } = this.work;
    const rows = await countRows(manager, statement);
    if (rows > MOST_XLSX_ROWS) {
      throw new ReportProblem(
        `The sheet “${name}” would have ${rows.toLocaleString('en-GB')} rows, more than Excel holds. Choose an academic year or a region.`,
      );
    }
    this.about.push({ sheet: name, oneRowIs, rows });
    this.total += rows;
    const cursor = `sheet_${this.about.length}`;
    const batches = counted(readBatches(manager, cursor, statement), (more) => {
      this.read += more;
      reached(this.read / this.total);
    });
    return xlsxSheet(name, columns, batches);
  }
}

function aboutSheet(
  { parameters, today }: ReportWork,
  period: ReportPeriod,
  sheets: AboutRow[],
): XlsxSheet {
  const facts: [string, string][] = [
    ['Period', parameters.academicYear ?? 'Every year on record'],
    ['Region', period.regionName ?? 'All regions'],
    ['Coverage', `Cycle from ${period.cycle.startsIn}, as of ${formatDay(period.asOf)}`],
    ['Made', formatDay(today)],
  ];
  const rows: AboutRow[] = [
    ...sheets,
    ...facts.map(([sheet, oneRowIs]) => ({ sheet, oneRowIs, rows: null })),
  ];
  return xlsxSheet(
    'About',
    [
      field<AboutRow>('sheet', 'Sheet'),
      field('oneRowIs', 'One row is'),
      field('rows', 'Rows', 'number'),
    ],
    oneBatch(rows),
  );
}

async function* oneBatch<Row>(rows: Row[]): AsyncGenerator<Row[]> {
  yield rows;
}
