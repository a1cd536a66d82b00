import { makeFolder, makeWorkbook, makeZip, workbookParts } from './testing/make-files';
import { readWorkbook } from './read-workbook';
import { UnreadableFileError } from './unreadable-file-error';
import { cellsInPlace } from './workbook';

const folder = makeFolder();
afterAll(() => folder.remove());

const VISITS = [
  ['Visits of the hub'],
  [],
  ['School', 'Date', 'Pupils', 'Done'],
  ['St Mary’s & Co', { day: 45_351 }, 12.5, true],
  [null, { day: 45_000.99 }, null, false],
];
const read = (content: Buffer) => readWorkbook(folder.write('a.csv', content));

/** A workbook whose one sheet is this XML, with other parts changed or added. */
const withSheet = (xml: string, parts: Record<string, string | Buffer> = {}) =>
  makeZip({
    ...workbookParts({ Visits: [] }),
    'xl/worksheets/sheet1.xml': `<worksheet>${xml}</worksheet>`,
    ...parts,
  });
const rowsOf = (xml: string) => withSheet(`<sheetData>${xml}</sheetData>`);
const firstSheet = async (content: Buffer) => {
  const [sheet] = (await read(content)).sheets;
  if (!sheet) throw new Error('There is no sheet.');
  return sheet;
};

async function messageOf(content: Buffer): Promise<string> {
  const error: unknown = await read(content).catch((caught: unknown) => caught);
  if (!(error instanceof UnreadableFileError)) throw new Error('It was not refused.');
  return error.message;
}

describe('readWorkbook', () => {
  it('gives what is filled on every sheet, its days as they are written', async () => {
    const { sheets } = await read(makeWorkbook({ Cover: [], Visits: VISITS, More: [['x']] }));
    expect(sheets.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['Cover', 0],
      ['Visits', 4],
      ['More', 1],
    ]);
    const rows = sheets[1]?.rows ?? [];
    expect(rows.map((row) => [row.line, ...cellsInPlace(row, 9)])).toEqual([
      [1, 'Visits of the hub'],
      [3, 'School', 'Date', 'Pupils', 'Done'],
      [4, 'St Mary’s & Co', '2024-02-29', 12.5, true],
      [5, null, '2023-03-15', null, false],
    ]);
    expect(rows[2]?.cells[1]).toEqual({ column: 1, value: '2024-02-29', day: 'day' });
  });

  it('takes a letter in the last cell of a sheet for one cell, whatever the sheet says of its size', async () => {
    const { rows } = await firstSheet(
      withSheet(
        '<dimension ref="A1:XFD1048576"/><sheetData><row r="1048576" spans="1:16384">' +
          '<c r="XFD1048576" t="str"><v>x</v></c></row></sheetData>',
      ),
    );
    expect(rows).toEqual([
      { line: 1_048_576, hidden: false, cells: [{ column: 16_383, value: 'x' }] },
    ]);
  });

  it('says what of it is hidden, struck through, merged or filtered', async () => {
    const workbook = (
      await read(
        withSheet(
          '<cols><col min="2" max="3" hidden="1"/><col min="4" max="4"/></cols><sheetData>' +
            '<row r="1" hidden="true"><c r="A1" s="2" t="str"><v>off</v></c></row>' +
            '<row r="2" ht="0"><c t="inlineStr"><is><r><rPr><strike/></rPr><t>13 May </t></r>' +
            '<r><t>20 May</t></r><rPh sb="0" eb="1"><t>not seen</t></rPh></is></c>' +
            '<c s="0"><v>7</v></c></row></sheetData>' +
            '<autoFilter ref="A1:D9"><filterColumn colId="0"/></autoFilter>' +
            '<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="D5"/></mergeCells>',
          {
            'xl/styles.xml':
              '<styleSheet><fonts><font/><font><strike/></font><font><strike val="0"/></font></fonts>' +
              '<cellStyleXfs><xf fontId="1"/></cellStyleXfs>' +
              '<cellXfs><xf numFmtId="0"/><xf fontId="2"/><xf fontId="1"/></cellXfs>' +
              '<dxfs><dxf><font><strike/></font></dxf></dxfs></styleSheet>',
          },
        ),
      )
    ).sheets[0];
    expect(workbook).toEqual({
      name: 'Visits',
      visibility: 'visible',
      hiddenColumns: [{ from: 1, to: 2 }],
      filtered: true,
      merged: [
        { fromLine: 1, toLine: 1, fromColumn: 0, toColumn: 2 },
        { fromLine: 5, toLine: 5, fromColumn: 3, toColumn: 3 },
      ],
      rows: [
        { line: 1, hidden: true, cells: [{ column: 0, value: 'off', struck: 'all' }] },
        {
          line: 2,
          hidden: true,
          cells: [
            { column: 0, value: '13 May 20 May', struck: 'part' },
            { column: 1, value: 7 },
          ],
        },
      ],
    });
  });

  it('has the web addresses behind cells, of hyperlinks and of the formula', async () => {
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';
    const relation = (id: string, target: string) =>
      `<Relationship Id="${id}" Type="${type}" Target="${target}" TargetMode="External"/>`;
    const cell = (place: string, more = '') => `<c r="${place}" t="str">${more}<v>plan</v></c>`;
    const formula = '<f>HYPERLINK("https://birch.example/b","plan")</f>';
    const { rows } = await firstSheet(
      withSheet(
        `<sheetData><row r="1">${cell('A1')}${cell('B1', formula)}${cell('C1', '<f>A1</f>')}</row>` +
          `<row r="2">${cell('A2')}${cell('B2')}${cell('C2')}</row><row r="3">${cell('B3')}</row></sheetData>` +
          '<hyperlinks><hyperlink ref="A1" r:id="r1"/><hyperlink ref="A2" r:id="r2"/>' +
          '<hyperlink ref="B2:C9" r:id="r1"/><hyperlink ref="C2" location="Sheet2!A1"/></hyperlinks>',
        {
          'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships>${relation('r1', 'https://alder.example/a?b=1&amp;c=2')}${relation('r2', 'mailto:head@alder.example')}</Relationships>`,
        },
      ),
    );
    const alder = 'https://alder.example/a?b=1&c=2';
    expect(rows.map(({ cells }) => cells.map(({ value, link }) => [value, link]))).toEqual([
      [
        ['plan', alder],
        ['plan', 'https://birch.example/b'],
        ['plan', undefined],
      ],
      [
        ['plan', undefined],
        ['plan', alder],
        ['plan', alder],
      ],
      [['plan', alder]],
    ]);
  });

  it('says which sheets are hidden, and finds them by whatever names a program gives its parts', async () => {
    const sheet =
      '<x:worksheet><x:sheetData><x:row><x:c t="d"><x:v>2024-05-13T10:00:00</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const type = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
    const relation = (id: string, kind: string, target: string) =>
      `<Relationship Target='${target}' Type="${type}/${kind}" Id="${id}"/>`;
    const { sheets } = await read(
      makeZip({
        '[Content_Types].xml': '<Types/>',
        '_rels/.rels': `<Relationships>${relation('a', 'officeDocument', '/xl/workbook2.xml')}</Relationships>`,
        'xl\\workbook2.xml':
          '<?xml version="1.0"?><!-- made by hand --><x:workbook><x:sheets><x:sheet name="A &amp; B" q:id="r1"/>' +
          '<x:sheet name="Chart" q:id="r2"/><x:sheet name="Old" state="hidden" q:id="r3"/>' +
          '<x:sheet name="Older" state="veryHidden" q:id="r4"/></x:sheets></x:workbook>',
        'xl/_rels/workbook2.xml.rels': `<Relationships>${relation('r1', 'worksheet', '/xl/Sheets/One.xml')}${relation('r2', 'chartsheet', 'chart.xml')}${relation('r3', 'worksheet', 'sheets/two.xml')}${relation('r4', 'worksheet', './sheets/two.xml')}</Relationships>`,
        'xl/sheets/one.xml': sheet,
        'xl/sheets/two.xml': sheet,
      }),
    );
    expect(sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ['A & B', 'visible'],
      ['Old', 'hidden'],
      ['Older', 'very-hidden'],
    ]);
    expect(sheets[0]?.rows[0]?.cells).toEqual([{ column: 0, value: '2024-05-13', day: 'day' }]);
  });

  it('reads texts that cells share, with their line breaks, errors and half-written numbers', async () => {
    const { rows } = await firstSheet(
      withSheet(
        '<sheetData><row r="3"><c r="B3" t="s"><v>1</v></c><c r="A3" t="s"><v>0</v></c><c r="D3" t="e"><v>#N/A</v></c>' +
          '<c r="E3"><v>12x</v></c><c r="F3" t="s"><v>99</v></c><c r="G3"><f>1+1</f><v>2</v></c></row></sheetData>',
        {
          'xl/_rels/workbook.xml.rels': workbookParts({ Visits: [] })[
            'xl/_rels/workbook.xml.rels'
          ]!.replace(
            '</Relationships>',
            '<Relationship Id="s" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
          ),
          'xl/sharedStrings.xml':
            '<sst><si><t>one</t></si><si><t xml:space="preserve">a_x000D_&#10;b &#x2013; </t><rPh><t>z</t></rPh></si></sst>',
        },
      ),
    );
    expect(rows[0]?.cells.map(({ column, value }) => [column, value])).toEqual([
      [0, 'one'],
      [1, 'a\r\nb – '],
      [3, '#N/A'],
      [4, '12x'],
      [6, 2],
    ]);
  });
});

describe('a workbook that is refused', () => {
  const DAMAGED = 'The workbook cannot be read. Save it again in Excel, or save the sheet as CSV.';
  const outside = (place: string) =>
    `The workbook names a cell or row outside every sheet (“${place}”). Save it again in Excel, or save the sheet as CSV.`;
  const cell = '<c t="str"><v>x</v></c>';

  it.each<[what: string, sentence: string, content: () => Buffer]>([
    [
      'is cut off',
      'The file is a damaged or cut-off archive. Send it again.',
      () => {
        const whole = makeWorkbook({ Visits: VISITS });
        return whole.subarray(0, whole.length - 200);
      },
    ],
    [
      'names a part twice',
      'The file is a damaged or cut-off archive. Send it again.',
      () => makeZip({ ...workbookParts({ A: [] }), 'XL/workbook.xml': '<a/>' }),
    ],
    ['is no XML', DAMAGED, () => rowsOf('<row><c').subarray(0)],
    [
      'brings entities of its own',
      DAMAGED,
      () => withSheet('', { 'xl/workbook.xml': '<!DOCTYPE a [<!ENTITY b "bb">]><workbook/>' }),
    ],
    ['is nested without end', DAMAGED, () => rowsOf('<a>'.repeat(100_000))],
    [
      'has a cell in column ZZZZZZZ',
      outside('ZZZZZZZ1'),
      () => rowsOf('<row r="1"><c r="ZZZZZZZ1"><v>1</v></c></row>'),
    ],
    [
      'has a cell right of the last',
      outside('XFE1'),
      () => rowsOf('<row r="1"><c r="XFE1"><v>1</v></c></row>'),
    ],
    [
      'has a row below the last',
      outside('99999999'),
      () => rowsOf('<row r="99999999"><c><v>1</v></c></row>'),
    ],
    ['has no line numbers', outside('x'), () => rowsOf('<row r="x"><c><v>1</v></c></row>')],
    ['has too wide a row', outside(''), () => rowsOf(`<row>${cell.repeat(16_385)}</row>`)],
    [
      'has too many rows',
      'The sheet has more than 100,000 rows. Save the sheet as CSV, or send it in parts.',
      () => rowsOf(`<row>${cell}</row>`.repeat(100_001)),
    ],
    [
      'has too many cells',
      'The file has more than 1,000,000 filled cells. Save the sheet as CSV, or send it in parts.',
      () => rowsOf(`<row>${cell.repeat(1_000)}</row>`.repeat(1_001)),
    ],
    [
      'has a text without end',
      'One cell holds more than 100,000 characters. Save the sheet as CSV, or send it in parts.',
      () => rowsOf(`<row><c t="inlineStr"><is><t>${'x'.repeat(200_000)}</t></is></c></row>`),
    ],
    [
      'has a field of 20 MB',
      'One text of the workbook is too long to be read. Save the sheet as CSV, or send it in parts.',
      () => rowsOf(`<row><c t="str"><v>${'x'.repeat(20_000_000)}</v></c></row>`),
    ],
    [
      'has a tag without end',
      'One text of the workbook is too long to be read. Save the sheet as CSV, or send it in parts.',
      () => rowsOf(`<row ${'a="b" '.repeat(100_000)}/>`),
    ],
    [
      'shares too many texts',
      'The file holds more than 64 MB of text. Save the sheet as CSV, or send it in parts.',
      () => rowsOf(`<row><c t="str"><v>${'x'.repeat(90_000)}</v></c></row>`.repeat(800)),
    ],
    [
      'has too many sheets',
      'The workbook has more than 200 sheets. Save the sheet as CSV, or send it in parts.',
      () => withSheet('', { 'xl/workbook.xml': `<workbook>${'<sheet/>'.repeat(201)}</workbook>` }),
    ],
    [
      'is larger than 20 MB',
      'The workbook is larger than 20 MB. Save the sheet as CSV, or send it in parts.',
      () => Buffer.alloc(20 * 1024 * 1024 + 1),
    ],
  ])(
    'as it %s',
    async (_what, sentence, content) => {
      expect(await messageOf(content())).toBe(sentence);
    },
    30_000,
  );

  it('as it unpacks to too much, even if it says otherwise', async () => {
    const sentence =
      'The workbook is larger than 200 MB unpacked. Save the sheet as CSV, or send it in parts.';
    const MEGABYTE = 1024 * 1024;
    expect(await messageOf(makeZip(workbookParts({ Visits: VISITS }), 201 * MEGABYTE))).toBe(
      sentence,
    );
    const blanks = Buffer.alloc(201 * MEGABYTE, ' ');
    const bomb = { ...workbookParts({ A: [] }), 'xl/worksheets/sheet1.xml': blanks };
    expect(await messageOf(makeZip(bomb, 10))).toMatch(/too long to be read|200 MB unpacked/);
  }, 30_000);

  it('for nothing that its directory does not name or that is not read', async () => {
    const whole = makeWorkbook({ Visits: VISITS });
    const unnamed = makeZip({ 'xl/worksheets/sheet7.xml': Buffer.alloc(201 * 1024 * 1024) });
    // What stands before the archive is no part of it; offsets count from where it begins.
    expect(
      (
        await firstSheet(
          makeZip({ ...workbookParts({ Visits: VISITS }), 'xl/media/a.png': unnamed }),
        )
      ).rows,
    ).toHaveLength(4);
    expect((await firstSheet(whole)).rows).toHaveLength(4);
  }, 30_000);
});
