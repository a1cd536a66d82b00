import { makeFolder, makeWorkbook, makeZip, workbookParts } from './testing/make-files';
import { readXlsx } from './read-xlsx';
import { UnreadableFileError } from './unreadable-file-error';

const folder = makeFolder();
afterAll(() => folder.remove());

const MEGABYTE = 1024 * 1024;
const VISITS = [
  ['Visits of the hub'],
  [],
  ['School', 'Date', 'Pupils', 'Done'],
  ['St Mary’s & Co', { day: 45_351 }, 12.5, true],
  [null, { day: 45_000.99 }, null, false],
];

async function messageOf(path: string): Promise<string> {
  const error: unknown = await readXlsx(path).catch((caught: unknown) => caught);
  if (!(error instanceof UnreadableFileError))
    throw new Error('No UnreadableFileError was thrown.');
  return error.message;
}

describe('readXlsx', () => {
  it('gives the first sheet that is not empty, its days as they are written', async () => {
    const path = folder.write('a.csv', makeWorkbook({ Cover: [], Visits: VISITS, More: [['x']] }));
    expect(await readXlsx(path)).toEqual({
      sheets: ['Cover', 'Visits', 'More'],
      sheet: 'Visits',
      rows: [
        ['Visits of the hub', null, null, null],
        [null, null, null, null],
        ['School', 'Date', 'Pupils', 'Done'],
        ['St Mary’s & Co', '2024-02-29', 12.5, true],
        [null, '2023-03-15', null, false],
      ],
    });
  });

  it('gives the first sheet that is wanted, and without one the first that is not empty', async () => {
    const path = folder.write('cover.xlsx', makeWorkbook({ Cover: [['Hub']], Visits: VISITS }));
    const wanted = await readXlsx(path, (rows) => rows.length > 1);
    expect(wanted.sheet).toBe('Visits');
    expect((await readXlsx(path, () => false)).sheet).toBe('Cover');
  });

  it('says when there is nothing in it', async () => {
    const path = folder.write('empty.xlsx', makeWorkbook({ Sheet1: [], Sheet2: [] }));
    expect(await messageOf(path)).toBe('The workbook is empty: no sheet has any cell filled.');
  });

  it('says when it is damaged', async () => {
    const whole = makeWorkbook({ Visits: VISITS });
    const cut = folder.write('cut.xlsx', whole.subarray(0, whole.length - 200));
    expect(await messageOf(cut)).toBe('The file is a damaged or cut-off archive. Send it again.');

    const parts = workbookParts({ Visits: VISITS });
    const broken = folder.write('broken.xlsx', makeZip({ ...parts, 'xl/workbook.xml': '<work' }));
    expect(await messageOf(broken)).toBe(
      'The workbook cannot be read. Save it again in Excel, or save the sheet as CSV.',
    );
  });

  it('refuses one that unpacks to too much, even if it says otherwise', async () => {
    const sentence =
      'The workbook is larger than 200 MB unpacked. Save the sheet as CSV, or send it in parts.';
    const parts = workbookParts({ Visits: VISITS });
    const declared = folder.write('declared.xlsx', makeZip(parts, 201 * MEGABYTE));
    expect(await messageOf(declared)).toBe(sentence);

    const bomb = { ...parts, 'xl/worksheets/sheet9.xml': Buffer.alloc(201 * MEGABYTE) };
    expect(await messageOf(folder.write('liar.xlsx', makeZip(bomb, 10)))).toBe(sentence);
  }, 30_000);

  it('refuses one that is too large', async () => {
    const path = folder.write('large.xlsx', Buffer.alloc(20 * MEGABYTE + 1));
    expect(await messageOf(path)).toBe(
      'The workbook is larger than 20 MB. Save the sheet as CSV, or send it in parts.',
    );
  });

  it('refuses one with too many rows', async () => {
    const rows = Array.from({ length: 100_001 }, () => [1]);
    expect(await messageOf(folder.write('long.xlsx', makeWorkbook({ Long: rows })))).toBe(
      'The sheet has more than 100,000 rows. Save the sheet as CSV, or send it in parts.',
    );
  }, 30_000);
});
