import { layoutBlocks } from './pdf-layout';
import { linesOf, withoutFurniture } from './pdf-lines';
import { joinPages } from './pdf-pages';
import { taggedBlocks } from './pdf-tagged';
import { joinLines, textOfPieces, type PdfPiece } from './pdf-text';

const piece = (text: string, x: number, y: number, more: Partial<PdfPiece> = {}): PdfPiece => ({
  ...{ text, x, y, width: text.length * 5, height: 10, rtl: false },
  ...more,
});
const blocksOf = (pieces: PdfPiece[]) => layoutBlocks(linesOf(pieces), 10);

it.each([
  [['instru-', 'ments'], 'instruments'],
  [['co-', 'curricular'], 'co-curricular'],
  [['whole-', 'class'], 'whole-class'],
  [['music\u00ad', 'al'], 'musical'],
  [['Part A -', 'Curriculum'], 'Part A - Curriculum'],
  [['one', 'two'], 'one two'],
])('%j is %s', (lines, text) => expect(joinLines(lines)).toBe(text));

it('pieces are words by how far they stand apart', () => {
  expect(textOfPieces([piece('mu', 0, 0), piece('sic', 10, 0), piece('room', 30, 0)])).toBe(
    'music room',
  );
});

it('right-to-left lines are read from the right', () => {
  const rtl = { rtl: true };
  expect(textOfPieces([piece('שנה', 10, 0, rtl), piece('תוכנית', 60, 0, rtl)])).toBe('תוכנית שנה');
});

it('cells that are broken over lines are put together, those with nothing in them too', () => {
  const rows = [
    [piece('Name of local music hub', 60, 700), piece('Northmere', 300, 700)],
    [piece('Name of other music education', 60, 680), piece('Tidewater Arts', 300, 680)],
    [piece('organisations (if any)', 60, 668), piece('Trust', 300, 668)],
    [piece('Date of review', 60, 648)],
  ];
  expect(blocksOf(rows.flat())).toEqual([
    {
      kind: 'table',
      rows: [
        ['Name of local music hub', 'Northmere'],
        ['Name of other music education organisations (if any)', 'Tidewater Arts Trust'],
        ['Date of review', ''],
      ],
    },
  ]);
});

it('indented lines that end early are items, also where their sign is drawn', () => {
  const wide = 'x'.repeat(80);
  const blocks = blocksOf([
    piece(wide, 50, 700),
    piece('We have', 50, 688),
    piece('A choir', 80, 664),
    piece('A band', 80, 652),
  ]);
  expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'item', 'item']);
});

it('what stands at the edge of most pages is kept once, and numbers of pages never', () => {
  const pages = ['one', 'two', 'three'].map((word, i) => [
    ...['Hazel Lane', `Said on ${word}`, 'Music is taught.', `Said at the end of ${word}`],
    `Page ${i + 1} of 3`,
  ]);
  expect(withoutFurniture(pages, (line) => line)).toEqual([
    ['Hazel Lane', 'Said on one', 'Music is taught.', 'Said at the end of one'],
    ['Said on two', 'Music is taught.', 'Said at the end of two'],
    ['Said on three', 'Music is taught.', 'Said at the end of three'],
  ]);
});

it('what a page’s end broke in two is one', () => {
  const table = (rows: string[][]) => ({ kind: 'table' as const, rows });
  const pages = joinPages([
    [{ kind: 'paragraph', text: 'We sing in' }],
    [
      { kind: 'paragraph', text: 'every class.' },
      table([
        ['Label', 'Value'],
        ['A', '1'],
      ]),
    ],
    [
      table([
        ['Label', 'Value'],
        ['B', '2'],
      ]),
    ],
  ]);
  expect(pages).toEqual([
    { kind: 'paragraph', text: 'We sing in every class.', page: 1 },
    {
      kind: 'table',
      rows: [
        ['Label', 'Value'],
        ['A', '1'],
        ['B', '2'],
      ],
      page: 2,
    },
  ]);
});

it('a page that says how it is built is believed', () => {
  const pieces = new Map(
    ['Plan', 'Label', 'Value', '1.', 'Choir'].map((text, i) => [
      `${i}`,
      [piece(text, 50, 700 - i * 20)],
    ]),
  );
  const at = (id: number) => ({ type: 'content', id: `${id}` });
  const { blocks } = taggedBlocks(
    {
      children: [
        { role: 'H1', children: [at(0)] },
        {
          role: 'Table',
          children: [
            {
              role: 'TR',
              children: [
                { role: 'TH', children: [at(1)] },
                { role: 'TD', children: [{ role: 'P', children: [at(2)] }] },
              ],
            },
          ],
        },
        {
          role: 'L',
          children: [
            {
              role: 'LI',
              children: [
                { role: 'Lbl', children: [at(3)] },
                { role: 'LBody', children: [at(4)] },
              ],
            },
          ],
        },
      ],
    },
    pieces,
  );
  expect(blocks).toEqual([
    { kind: 'heading', text: 'Plan', level: 1 },
    { kind: 'table', rows: [['Label', 'Value']] },
    { kind: 'item', text: 'Choir', ordered: true },
  ]);
});
