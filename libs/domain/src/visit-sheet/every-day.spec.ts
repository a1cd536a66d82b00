import { readVisitFile } from './read-visit-file';
import { sheetOf, type Cell, type Line } from './testing/sheets';

/** A small generator of our own, so that a run that fails can be run again. */
function randomFrom(seed: number) {
  let state = seed;
  const next = () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
  const upTo = (most: number) => Math.floor(next() * most);
  const oneOf = <T>(of: readonly T[]): T => of[upTo(of.length)]!;
  return { upTo, oneOf, chance: (share: number) => next() < share };
}
type Random = ReturnType<typeof randomFrom>;

const DAY_TITLES = [
  ...['Date of visit', 'Visited', 'Autumn visit', 'Spring visit', 'Visit 1', 'Visit 2', 'Planned'],
  ...['Actual date', 'Next visit', 'Date of birth', 'Return', 'Last visit', '2022-23', 'Moved to'],
];
const TEXT_TITLES = [
  ...['Notes', 'Visited by', 'Met with', 'Visited?', 'Cancelled?', 'OK?', 'Have your say done'],
  ...['Town', 'Type', 'Status', 'Instruments'],
];
const WORDS = [
  'Y',
  'N',
  'choir',
  'School cancelled',
  'J. Amble',
  'Completed',
  'x',
  '12',
  'no one in',
];

function dayOf({ upTo, oneOf }: Random): { cell: Cell; isDay: boolean } {
  const [date, month, year] = [1 + upTo(28), 1 + upTo(12), 2020 + upTo(6)];
  const two = (figure: number) => String(figure).padStart(2, '0');
  return oneOf([
    { cell: `${date}/${month}/${year}`, isDay: true },
    { cell: { day: `${year}-${two(month)}-${two(date)}` }, isDay: true },
    { cell: `${date} Jan ${year}`, isDay: true },
    { cell: `${month}/${date}/${year}`, isDay: true },
    { cell: `w/c ${date}/${month}/${year}`, isDay: false },
    { cell: 'tbc', isDay: false },
    { cell: '31/02/2024', isDay: false },
  ]);
}

interface Made {
  lines: Line[];
  name: string;
  visibility: 'visible' | 'hidden';
  /** Line and column of every cell that is a day. */
  days: [number, number][];
}

function randomSheet(random: Random, at: number): Made {
  const { upTo, oneOf, chance } = random;
  const titles = [
    'School',
    ...Array.from({ length: 1 + upTo(3) }, () => oneOf(DAY_TITLES)),
    ...Array.from({ length: upTo(4) }, () => oneOf(TEXT_TITLES)),
  ];
  const lines: Line[] = chance(0.3) ? [['Visits to schools']] : [];
  lines.push(titles);
  const days: [number, number][] = [];
  for (let left = 1 + upTo(12); left > 0; left--) {
    const line = lines.length + 1;
    if (chance(0.1)) {
      lines.push(oneOf<Line>([['East'], ['Total visits', 7], titles, []]));
      continue;
    }
    const cells = titles.map((title, column): Cell => {
      if (column === 0) return chance(0.05) ? null : `School ${upTo(9)}`;
      if (TEXT_TITLES.includes(title)) return chance(0.4) ? null : oneOf(WORDS);
      if (chance(0.3)) return null;
      const { cell, isDay } = dayOf(random);
      if (isDay) days.push([line, column]);
      return cell;
    });
    lines.push(chance(0.1) ? { hidden: cells } : cells);
  }
  return { lines, name: `Sheet ${at}`, visibility: chance(0.2) ? 'hidden' : 'visible', days };
}

const NOT_VISITS = new Set([
  'planned',
  'held',
  'not_read',
  'town',
  'kind',
  'status',
  'visitor',
  'metWith',
  'summary',
]);

describe('every day of a file', () => {
  it.each(Array.from({ length: 400 }, (_, seed) => seed))('is accounted for (%i)', (seed) => {
    const random = randomFrom(seed * 7 + 1);
    const made = Array.from({ length: 1 + random.upTo(3) }, (_, at) => randomSheet(random, at));
    const { sheets, rows } = readVisitFile(
      made.map(({ lines, name, visibility }) => sheetOf(lines, { name, visibility })),
      {},
      '2026-11-28',
    );
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
    for (const [index, sheet] of sheets.entries()) {
      const { days, lines } = made[index]!;
      const filled = lines.filter((line) =>
        (Array.isArray(line) ? line : line.hidden).some((cell) => cell !== null),
      );
      expect(sheet.rows).toBe(filled.length);
      if (!sheet.read) {
        expect(sheet.reason).toMatch(/\.$/);
        expect(sheet.days).toBeGreaterThanOrEqual(days.length);
        continue;
      }
      const passed = new Set(sheet.passedOver.flatMap((each) => each.lines));
      const taken = new Set(rows.filter((row) => row.sheetIndex === index).map(({ key }) => key));
      for (const [line, column] of days) {
        const use = sheet.columns.find((each) => each.index === column)?.use ?? '';
        const asRow = taken.has(`${index}-${line}-${column}`);
        // A day is a row of its own, or stands in a column that is named with the number of its days.
        if (!asRow) expect([use, NOT_VISITS.has(use)]).toEqual([use, true]);
        expect(passed.has(line) && asRow).toBe(false);
      }
      // Each line comes out: as a day or more, or among those passed over.
      const withRows = new Set(
        rows.filter((row) => row.sheetIndex === index).map(({ line }) => line),
      );
      const named = sheet.passedOver.filter(({ what }) => what !== 'blank');
      const lost = filled.length - withRows.size - named.reduce((sum, { count }) => sum + count, 0);
      expect(lost).toBe(sheet.headerLine === null ? 0 : 1);
      for (const row of rows.filter((each) => each.sheetIndex === index)) {
        expect(row.visitedOn !== null || row.faults.length > 0).toBe(true);
        for (const { message } of row.faults) expect(message).toMatch(/[.?]$/);
      }
      for (const column of sheet.columns) {
        if (column.use === 'not_read' && column.filled > 0) expect(column.reason).not.toBeNull();
      }
    }
  });
});
