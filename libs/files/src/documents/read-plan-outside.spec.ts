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
    ).toBe('There is no plan in this page: "Sign in".');
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
    const pages: BlockToWrite[] = Array.from({ length: 4_999 }, () => 'page' as const);
    const begun = performance.now();
    expect(await problem(await makePdf([{ p: 'Music' }, ...pages]))).toMatch(
      /^This PDF has 5,000 pages; at most 100 are read\./,
    );
    expect(await problem(`Music ${'lesson '.repeat(40_000)}`)).toMatch(
      /more than 200,000 characters/,
    );
    expect(await problem('music'.repeat(60_000))).toMatch(/more than 200,000 characters/);
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

it('a Word document with references to outside is read, and they are not followed', async () => {
  const word = makeZip({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/_rels/document.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="file:///etc/passwd" TargetMode="External"/></Relationships>',
    'word/document.xml':
      '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><w:body><w:p><w:r><w:t>Music is taught weekly in every class.</w:t></w:r><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><a:blip r:link="r2"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p></w:body></w:document>',
  });
  const { document } = await read(word);
  expect(textsOf(document.blocks)).toEqual(['Music is taught weekly in every class.']);
});

it('pasted text is read as a file is', async () => {
  const text = 'Music Development Plan 2026-27\n\nWe follow the Kapow scheme of work.';
  const { reading } = await readPlanOutside({ source: { text }, today: '2026-11-20' });
  expect(reading.fields.schemes.value).toEqual(['Kapow']);
});
