import { plural, type FileReading } from '@tracker/domain';
import { sql, statement } from '@tracker/data';
import type { DataSource } from 'typeorm';

type Reading = Pick<FileReading, 'sheets' | 'questions' | 'notices'>;

const PASSED_OVER: Record<FileReading['sheets'][number]['passedOver'][number]['what'], string> = {
  above_header: 'above the column names',
  heading: 'headings',
  total: 'totals',
  repeated_header: 'column names again',
  no_visit: 'schools without a visit',
  blank: 'blank',
};

function sheetLines({ sheets }: Reading): string[] {
  return sheets.flatMap(({ name, read, reason, rows, days, columns, passedOver }) => {
    const called = name === null ? 'The file' : `The sheet “${name}”`;
    if (!read) {
      return [
        `${called} is not read (${plural(rows, 'row')}, ${plural(days, 'day')}): ${reason ?? ''}`,
      ];
    }
    const left = columns.filter(
      ({ use, filled }) => filled > 0 && ['not_read', 'planned'].includes(use),
    );
    return [
      ...left.map(({ title, filled, days: count }) => {
        const ofDays = count > 0 ? `, ${plural(count, 'day')}` : '';
        return `${called}: the column "${title}" is not read (${plural(filled, 'cell')}${ofDays}).`;
      }),
      ...passedOver
        .filter(({ what }) => what !== 'blank')
        .map(({ what, count, lines }) => {
          const more = count > lines.length ? ' and more' : '';
          return `${called}: ${plural(count, 'row')} skipped, ${PASSED_OVER[what]} (line ${lines.join(', ')}${more}).`;
        }),
    ];
  });
}

const questionLines = ({ questions }: Reading): string[] =>
  questions
    .filter(({ answer }) => answer === null)
    .flatMap(({ key, question, options, rows }) => [
      `${question} Until it is answered, ${plural(rows, 'row')} may be handed back.`,
      ...options.map(({ value, label }) => `  --answer ${key}=${value}  ${label}`),
    ]);

const READING = statement(
  'cli.reading-of-file',
  (importId: string) => sql<{ reading: Reading }>`
  SELECT reading FROM import_readings WHERE import_id = ${importId}`,
);

/** What of a file of visits was not read, and what is to be answered; a line each. */
export async function describeReading(dataSource: DataSource, importId: string): Promise<string[]> {
  const kept = await READING.row(dataSource, importId);
  if (!kept) return [];
  const { reading } = kept;
  return [...reading.notices, ...sheetLines(reading), ...questionLines(reading)];
}
