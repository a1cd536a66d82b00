import type { CalendarFault, TermRow } from '@tracker/domain';
import { detectDelimiter, CsvRecord } from '@tracker/files/reading';

/** The rows of a small table, or the first line whose quotes are not in order. */
export function termRows(content: string): { rows: TermRow[]; fault?: CalendarFault } {
  const text = content.replace(/^\uFEFF/, '');
  const delimiter = detectDelimiter(text);
  const lines = text.split(/\r\n|\n|\r/);
  const rows: TermRow[] = [];
  for (let at = 0; at < lines.length;) {
    const record = new CsvRecord(delimiter);
    const first = at;
    let state = record.take(lines[at] as string, '\n');
    at += 1;
    while (state === 'open' && at < lines.length) {
      state = record.take(lines[at] as string, '\n');
      at += 1;
    }
    if (state !== 'whole') {
      const message = `Line ${first + 1}: a quotation mark is not closed, or not doubled inside a value.`;
      return { rows: [], fault: { field: `lines.${first + 1}`, message } };
    }
    rows.push({ line: first + 1, cells: record.cells });
  }
  return { rows };
}
