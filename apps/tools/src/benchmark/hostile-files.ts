import { workbookOf } from './hostile-zip';

const MEGABYTE = 1024 * 1024;
const cell = '<c t="str"><v>x</v></c>';
const HEAD = 'School,Date of visit\nMill Lane School,3/12/2024\n';

const lines = (count: number) => 'Mill Lane School,3/12/2024,Notes of this visit\n'.repeat(count);

/** Files that are small and become large, or are as large as may be, each with what it is. */
export const HOSTILE_FILES: [what: string, content: () => Buffer][] = [
  ['a plain list of 500 visits', () => Buffer.from(HEAD + lines(500))],
  [
    'a letter in the last cell of a sheet',
    () => workbookOf('<row r="1048576"><c r="XFD1048576" t="str"><v>x</v></c></row>'),
  ],
  ['a cell in column ZZZZZZZ', () => workbookOf('<row r="3"><c r="ZZZZZZZ3"><v>1</v></c></row>')],
  ['row 99999999', () => workbookOf('<row r="99999999"><c><v>1</v></c></row>')],
  [
    'a letter at the end of each of 90,000 rows',
    () =>
      workbookOf(
        Array.from({ length: 90_000 }, (_, i) => `<row><c r="XFD${i + 3}"><v>1</v></c></row>`).join(
          '',
        ),
      ),
  ],
  ['990,000 filled cells', () => workbookOf(`<row>${cell.repeat(10)}</row>`.repeat(99_000))],
  ['10 million filled cells', () => workbookOf(`<row>${cell.repeat(100)}</row>`.repeat(60_000))],
  ['10 million blank cells', () => workbookOf(`<row>${'<c/>'.repeat(100)}</row>`.repeat(100_000))],
  ['30 million attributes', () => workbookOf(`<row ${'a="b" '.repeat(10_000)}/>`.repeat(3_000))],
  ['190 MB of spaces in 200 kB', () => workbookOf(Buffer.alloc(190 * MEGABYTE, ' '))],
  ['XML a million deep', () => workbookOf('<a>'.repeat(1_000_000))],
  [
    'one text of 20 MB',
    () => workbookOf(`<row><c t="str"><v>${'x'.repeat(20 * MEGABYTE)}</v></c></row>`),
  ],
  ['a CSV of 200,000 columns', () => Buffer.from(`${HEAD}${'x,'.repeat(200_000)}\n`)],
  ['a CSV with one field of 20 MB', () => Buffer.from(`${HEAD}"${'x'.repeat(20 * MEGABYTE)}"\n`)],
  ['a CSV with a quote on each line', () => Buffer.from(HEAD + 'a,"b\n'.repeat(1_000_000))],
  ['a CSV of 120 MB', () => Buffer.from(HEAD + lines(2_600_000))],
];
