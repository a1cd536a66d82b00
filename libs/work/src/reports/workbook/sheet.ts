import type { ExportColumn, ExportKind, ExportValue } from '@tracker/files';
import { raw, type Sql } from '@tracker/data';

/** A sheet of the workbook before it is read. */
export interface SheetPlan<Row> {
  name: string;
  /** What one row stands for, for the sheet that explains the others. */
  oneRowIs: string;
  statement: Sql<Row>;
  columns: ExportColumn<Row>[];
}

/** A column whose cells stand in the row under its own key. */
export const field = <Row>(
  key: keyof Row & string,
  heading: string,
  kind: ExportKind = 'text',
): ExportColumn<Row> => ({ key, heading, kind, value: (row) => row[key] as ExportValue });

/** The columns that say which school a row is of. */
export interface SchoolCells {
  urn: number;
  school: string;
  region: string | null;
}

export const SCHOOL_CELLS = raw('s.urn, s.name AS school, r.name AS region');

export const schoolColumns = <Row extends SchoolCells>(): ExportColumn<Row>[] => [
  field<Row>('urn', 'URN', 'number'),
  field<Row>('school', 'School'),
  field<Row>('region', 'Region'),
];

export const yesNo = (value: boolean): string => (value ? 'Yes' : 'No');
