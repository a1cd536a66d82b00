import type { CellToRead, SheetToRead } from '../visit-sheet/sheet-to-read';
import { planSheetRows } from './plan-list-sheet';

const cells = (...values: (string | number)[]): CellToRead[] =>
  values.map((value, column) => ({ column, value }));
const sheet = (name: string, rows: SheetToRead['rows'], over: Partial<SheetToRead> = {}) => ({
  ...{ name, rows, visibility: 'visible' as const },
  ...over,
});
const HEADER = { line: 3, cells: cells('School', 'Year') };

it('takes the rows of the one visible sheet that lists plans, from its header on', () => {
  const struck = [{ column: 0, value: 'Oak', struck: 'all' as const }];
  const rows = [
    { line: 1, cells: cells('Plans 2026-27') },
    HEADER,
    { line: 4, cells: cells('Alder', '2026-27', 'a note') },
    { line: 5, cells: [] },
    { line: 6, hidden: true, cells: cells('Birch') },
    { line: 7, cells: struck },
  ];
  const hidden = sheet('Old', [HEADER], { visibility: 'hidden' });
  expect(planSheetRows([sheet('Notes', rows.slice(0, 1)), hidden, sheet('Plans', rows)])).toEqual({
    rows: [
      { line: 3, cells: ['School', 'Year', null] },
      { line: 4, cells: ['Alder', '2026-27', 'a note'] },
      { line: 6, cells: ['Birch', null, null], fault: 'The row is hidden in the file.' },
      { line: 7, cells: ['Oak', null, null], fault: 'The row is struck through in the file.' },
    ],
  });
});

it.each<[string, SheetToRead[], string]>([
  [
    'no sheet',
    [sheet('Notes', [{ line: 1, cells: cells('School', 'Town') }])],
    'The file has no row of column names with the school (“URN” or “School”) and its plan (“Address”, “Academic year”, “Seen on”).',
  ],
  [
    'two sheets',
    [sheet('This year', [HEADER]), sheet('Last year', [HEADER])],
    'More than one sheet lists plans: “This year”, “Last year”. Save the one to import as a file of its own.',
  ],
])('refuses a file of which %s lists plans', (_, sheets, problem) => {
  expect(planSheetRows(sheets)).toEqual({ problem });
});

it('reads the address behind a cell that only says that there is a plan', () => {
  const link = 'https://alder.example/plan.pdf';
  const row = (...values: string[]): CellToRead[] =>
    values.map((value, column) => ({ column, value, link }));
  const found = planSheetRows([
    sheet('Plans', [
      { line: 1, cells: row('School', 'Plan', 'Academic year', 'Published?') },
      { line: 2, cells: row('Alder', 'our plan', '24/25', 'Yes') },
      { line: 3, cells: row('Birch', 'www.birch.example/smdp', '2024-25', 'No') },
      { line: 4, cells: row('Cedar', 'none found', '2024-25', 'X') },
      { line: 5, cells: row('Damson', 'Plan.pdf', '2024-25', 'n/a') },
    ]),
  ]);
  if ('problem' in found) throw new Error(found.problem);
  expect(found.rows.map(({ cells: read }) => read)).toEqual([
    ['School', 'Plan', 'Academic year', 'Published?'],
    ['Alder', link, '24/25', link],
    ['Birch', 'www.birch.example/smdp', '2024-25', 'No'],
    ['Cedar', 'none found', '2024-25', 'X'],
    ['Damson', link, '2024-25', 'n/a'],
  ]);
});
