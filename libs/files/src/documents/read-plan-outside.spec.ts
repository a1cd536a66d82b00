import type { DocumentBlock } from '@tracker/domain';
import { makeFolder, makeZip } from '../reading/testing/make-files';
import { UnreadableFileError } from '../reading';
import { readPlanOutside } from '.';
import { makeForm, makePdf, makeScan, makeWord, type BlockToWrite } from './testing/make-documents';

const folder = makeFolder();
afterAll(() => folder.remove());
jest.setTimeout(60_000);

let next = 0;
const read = (content: string | Uint8Array) =>
  readPlanOutside({
    source: { path: folder.write(`file-${next++}`, content) },
    today: '2026-11-20',
  });
const problem = (content: string | Uint8Array): Promise<string> =>
  read(content).then(
    () => 'It was read.',
    (error: Error) =>
      error instanceof UnreadableFileError ? error.message : `fault: ${error.message}`,
  );
const textsOf = (blocks: readonly DocumentBlock[]) =>
  blocks.map((block) => (block.kind === 'table' ? block.rows : block.text));

const PLAN: BlockToWrite[] = [
  { h: 'Music development plan summary: Hazel Lane Primary School' },
  { h: 'Overview' },
  {
    rows: [
      ['Detail', 'Information'],
      ['Academic year that this summary covers', '2026-27'],
      ['Date this summary was published', 'September 2026'],
      [
        'Name of school leadership team member with responsibility for music (if different)',
        'Ms R Adeyemi',
      ],
      ['Name of local music hub', 'Northmere Music Hub'],
    ],
  },
  'page',
  { h: 'Part A: Curriculum music' },
  { p: 'Every class has a music lesson of 50 minutes each week, taught by the class teacher.' },
  { item: 'We follow the Kapow scheme of work' },
  { item: 'Pupils play glockenspiels and ukuleles' },
];
const READ = {
  schoolName: 'Hazel Lane Primary School',
  academicYears: ['2026-27'],
  publishedOn: '2026-09',
  leadershipLead: ['Ms R Adeyemi'],
  hubName: 'Northmere Music Hub',
  minutesPerWeek: [{ stage: 'all', minutes: 50, qualifier: 'exact' }],
  schemes: ['Kapow'],
  classroomInstruments: ['glockenspiel', 'ukulele'],
};

async function valuesOf(content: string | Uint8Array) {
  const { reading } = await read(content);
  return Object.fromEntries(
    Object.keys(READ).map((name) => [name, reading.fields[name as keyof typeof READ].value]),
  );
}

const CELLS = (PLAN[2] as { rows: string[][] }).rows
  .map((row) => `<tr>${row.map((cell) => `<td><p>${cell}</p></td>`).join('')}</tr>`)
  .join('');
const PAGE = `<!doctype html><html><head><title>Music plan</title><style>p { color: red }</style></head><body>
  <nav><ul><li><a href="/a">Music lessons 30 minutes weekly</a></li></ul></nav>
  <main><h1>Music development plan summary: Hazel Lane Primary School</h1><h2>Overview</h2><table>${CELLS}</table>
  <script>document.write('We follow the Charanga scheme')</script>
  <p style="display: none">We follow the Charanga scheme</p><p hidden>We follow Sing Up</p>
  <h2>Part A: Curriculum music</h2><p>Every class has a music lesson of 50 minutes each week, taught by the class teacher.</p>
  <ul><li>We follow the Kapow scheme of work</li><li>Pupils play glockenspiels and ukuleles<img alt="recorders" src="charanga.png"></li></ul></main>
  <footer>We follow Twinkl</footer></body></html>`;

describe('the same plan', () => {
  it('as PDF', async () => expect(await valuesOf(await makePdf(PLAN))).toEqual(READ));
  it('as Word document', async () => expect(await valuesOf(await makeWord(PLAN))).toEqual(READ));
  it('as web page, without what is hidden, beside it, or run', async () =>
    expect(await valuesOf(PAGE)).toEqual(READ));
  it('as web page in windows-1252', async () => {
    const page = PAGE.replace('Hazel Lane', 'Hazel Lané').replace(
      '<title>',
      '<meta charset="windows-1252"><title>',
    );
    expect(await valuesOf(Buffer.from(page, 'latin1'))).toEqual({
      ...READ,
      schoolName: 'Hazel Lané Primary School',
    });
  });
  it('as page in one line, with much around it', async () => {
    const script = `<script>${'x'.repeat(9_000_000)}</script>`;
    expect(await valuesOf(PAGE.replace('<nav>', `${script}<nav>`).replace(/\n/g, ''))).toEqual(
      READ,
    );
  });
});

describe('tables', () => {
  it('of a web page keep their rows and places', async () => {
    const { document } = await read(
      `<html><body><p>Music</p><table><tr><td rowspan="2">A<br>B</td><td colspan="2">C</td></tr><tr><td>D</td><td>E</td></tr></table></body></html>`,
    );
    expect(textsOf(document.blocks)).toEqual([
      'Music',
      [
        ['A\nB', 'C', ''],
        ['', 'D', 'E'],
      ],
    ]);
  });
  it('that only place things are none', async () => {
    const { document } = await read(
      `<html><body><table><tr><td>Music here</td><td><table><tr><td>Hub</td><td>Ours</td></tr></table></td></tr></table></body></html>`,
    );
    expect(textsOf(document.blocks)).toEqual(['Music here', [['Hub', 'Ours']]]);
  });
});

describe('a PDF', () => {
  it('loses what is repeated on each page, and words broken between lines are whole', async () => {
    const pages = [1, 2, 3].flatMap((page): BlockToWrite[] => [
      ...(page > 1 ? (['page'] as const) : []),
      { p: 'Hazel Lane music' },
      { p: `On page ${'one two three'.split(' ')[page - 1]} we sing.` },
      { p: 'Our instru-\nments and co-\ncurricular clubs.' },
      { p: `Page ${page} of 3` },
    ]);
    const { document } = await read(await makePdf(pages));
    const texts = textsOf(document.blocks).join('\n');
    expect(texts.match(/Hazel Lane music/g)).toHaveLength(1);
    expect(texts).not.toContain('Page');
    expect(texts).toContain('Our instruments and co-curricular clubs.');
  });
  it('that is a form is read with what was typed into it; scripts and attachments lie there', async () => {
    const { reading } = await read(await makeForm('2026-27'));
    expect(reading.fields.academicYears.value).toEqual(['2026-27']);
  });
  it('of pictures with a page of text says so', async () => {
    const pages: BlockToWrite[] = [{ p: 'Music is taught in every class of the school.' }, 'page'];
    const { reading } = await read(await makePdf(pages));
    expect(reading.warnings.map(({ key }) => key)).toContain('text_in_pictures');
  });
});

describe('refused with a sentence', () => {
  it('what holds no text of a plan', async () => {
    expect(await problem(await makeScan(3))).toBe(
      'This PDF holds pictures of pages and no text. Paste what it says, or record it as seen.',
    );
    expect(
      await problem('<html><head><title>Sign in</title></head><body><p>Password</p></body></html>'),
    ).toBe('There is no plan in this page: “Sign in”.');
    expect(await problem('  \n ')).toBe('There is no text in this file.');
  });
  it('what has a password or is broken', async () => {
    expect(await problem(await makePdf(PLAN, { userPassword: 'hush' }))).toMatch(
      /^This PDF has a password/,
    );
    expect(await problem((await makePdf(PLAN)).subarray(0, 400))).toMatch(/^This PDF is damaged/);
    expect(await problem('%PDF-1.7 and nothing else')).toMatch(/^This PDF is damaged/);
    const word = await makeWord(PLAN);
    expect(await problem(word.subarray(0, word.length - 200))).toMatch(/damaged/);
    const ole = (name: string) =>
      Buffer.concat([
        Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
        Buffer.alloc(600),
        Buffer.from(name, 'utf16le'),
      ]);
    expect(await problem(ole('EncryptedPackage'))).toMatch(/^This Word document has a password/);
    expect(await problem(ole('WordDocument'))).toBe(
      'This is an old Word document. Save it as .docx or PDF, or paste its text.',
    );
  });
  it('what is something else', async () => {
    expect(
      await problem(
        makeZip({ 'content.xml': '', mimetype: 'application/vnd.oasis.opendocument.text' }),
      ),
    ).toMatch(/^This is an OpenDocument file/);
    expect(await problem(makeZip({ 'Index/Document.iwa': 'x' }))).toMatch(
      /^This is a Pages document/,
    );
    expect(await problem(makeZip({ 'plan.pdf': 'x' }))).toMatch(/^This is a zip archive/);
    expect(await problem(makeZip({ 'xl/workbook.xml': 'x' }))).toMatch(
      /^This is an Excel workbook/,
    );
    expect(await problem(Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]))).toMatch(
      /^This is a picture \(PNG\)/,
    );
    expect(await problem(Buffer.from([1, 0, 2, 0, 3, 9, 200]))).toMatch(/^This is no document/);
  });
  it('what is too large, before it is unpacked', async () => {
    const pages: BlockToWrite[] = Array.from({ length: 999 }, () => 'page' as const);
    const begun = performance.now();
    expect(await problem(await makePdf([{ p: 'Music' }, ...pages]))).toMatch(
      /^This PDF has 1,000 pages; at most 100 are read\./,
    );
    expect(await problem(`Music ${'lesson '.repeat(40_000)}`)).toMatch(
      /more than 200,000 characters/,
    );
    expect(await problem('music'.repeat(60_000))).toMatch(/more than 200,000 characters/);
    const line = `<html><body><p>${'music '.repeat(1_700_000)}</p></body></html>`;
    expect(await problem(line)).toMatch(/more than 200,000 characters/);
    expect(await problem(Buffer.alloc(10 * 1024 * 1024 + 1, 'music '))).toMatch(
      /larger than 10 MB/,
    );
    expect(await problem(`<html><p>music</p>${'<b>'.repeat(300_000)}`)).toMatch(/too many parts/);
    expect(performance.now() - begun).toBeLessThan(40_000);
  });
  it('a Word document that unpacks to more than 50 MB, whatever it says of itself', async () => {
    const files = {
      '[Content_Types].xml': '<Types/>',
      'word/document.xml': `<w:document>${' '.repeat(60_000_000)}`,
    };
    expect(await problem(makeZip(files))).toMatch(
      /^The Word document is larger than 50 MB unpacked/,
    );
    expect(await problem(makeZip(files, 1_000))).toMatch(
      /Word document|more than 200,000 characters/,
    );
  });
});

describe('a Word document', () => {
  const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const rels = (inside: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;
  const word = (body: string, more: Record<string, string> = {}) =>
    makeZip({
      '[Content_Types].xml': '<Types/>',
      'word/document.xml': `<w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>`,
      ...more,
    });
  const run = (text: string, style = '') => `<w:r><w:rPr>${style}</w:rPr><w:t>${text}</w:t></w:r>`;
  const blocksOf = async (content: Buffer) => (await read(content)).document.blocks;

  it('with references to outside is read, and they are not followed', async () => {
    const link =
      '<Relationship Id="r2" Type="image" Target="file:///etc/passwd" TargetMode="External"/>';
    const picture = '<w:r><w:drawing><blip r:link="r2"/></w:drawing></w:r>';
    const content = word(`<w:p>${run('Music is taught weekly.')}${picture}</w:p>`, {
      'word/_rels/document.xml.rels': rels(link),
    });
    expect(textsOf(await blocksOf(content))).toEqual(['Music is taught weekly.']);
  });

  it('says what stands there: nothing hidden, deleted, or still to be typed', async () => {
    const content = word(
      `<w:p>${run('Music')}${run(' hidden', '<w:vanish/>')}<w:del><w:r><w:delText> gone</w:delText></w:r></w:del><w:ins>${run(' new')}</w:ins></w:p>` +
        `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p>${run('Click to enter')}</w:p></w:sdtContent></w:sdt>` +
        `<w:sdt><w:sdtContent><w:p>${run('Typed')}</w:p></w:sdtContent></w:sdt>` +
        `<w:p><w:r><AlternateContent><Choice><w:txbxContent><w:p>${run('In a box')}</w:p></w:txbxContent></Choice><Fallback><w:p>${run('again')}</w:p></Fallback></AlternateContent></w:r>${run('around it')}</w:p>`,
    );
    expect(textsOf(await blocksOf(content))).toEqual([
      'Music new',
      'Typed',
      'In a box',
      'around it',
    ]);
  });

  it('has headings and lists by its styles', async () => {
    const p = (style: string, text: string, list = '') =>
      `<w:p><w:pPr><w:pStyle w:val="${style}"/>${list}</w:pPr>${run(text)}</w:p>`;
    const content = word(
      p('Titel', 'Music plan') +
        p('Own', 'Part A') +
        p('Plain', 'One', '<w:numPr><w:numId w:val="1"/></w:numPr>') +
        p('Dots', 'Two'),
      {
        'word/styles.xml': `<w:styles xmlns:w="${W}"><w:style w:styleId="Titel"><w:name w:val="Title"/></w:style><w:style w:styleId="H2"><w:name w:val="heading 2"/></w:style><w:style w:styleId="Own"><w:name w:val="Own"/><w:basedOn w:val="H2"/></w:style><w:style w:styleId="Dots"><w:name w:val="Dots"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style></w:styles>`,
        'word/numbering.xml': `<w:numbering xmlns:w="${W}"><w:abstractNum w:abstractNumId="7"><w:lvl><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="8"><w:lvl><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num></w:numbering>`,
      },
    );
    expect(await blocksOf(content)).toEqual([
      { kind: 'heading', text: 'Music plan', level: 1 },
      { kind: 'heading', text: 'Part A', level: 2 },
      { kind: 'item', text: 'One', ordered: true },
      { kind: 'item', text: 'Two', ordered: false },
    ]);
  });

  it('of 200,000 characters in tens of thousands of pieces is read within the limits', async () => {
    const paragraph = `<w:p>${run('music ', '<w:sz w:val="22"/>').repeat(160)}</w:p>`;
    const { document } = await read(word(paragraph.repeat(200)));
    expect(document.blocks).toHaveLength(200);
  });
});

it('pasted text is read as a file is', async () => {
  const text = 'Music Development Plan 2026-27\n\nWe follow the Kapow scheme of work.';
  const { reading } = await readPlanOutside({ source: { text }, today: '2026-11-20' });
  expect(reading.fields.schemes.value).toEqual(['Kapow']);
});
