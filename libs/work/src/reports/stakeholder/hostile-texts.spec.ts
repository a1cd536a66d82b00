import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { inflateRawSync, inflateSync } from 'node:zlib';
import { isPdfLetter, type ReportDocument } from '@tracker/domain';
import { readZipDirectory } from '../../../../files/src/reading/zip-directory';
import { docxFile } from './docx-file';
import { pdfFile } from './pdf-file';
import { BOLD, openPdf, REGULAR } from './pdf-page';

it.each([REGULAR, BOLD])('knows which letters the %s font has', (name) => {
  const pdf = openPdf({ title: '', subtitle: '', author: '', blocks: [] }).font(name);
  // Not among the types: the font as its file has it.
  const { font } = (pdf as unknown as { _font: { font: { characterSet: number[] } } })._font;
  const known = Array.from({ length: 0x110000 }, (_, code) => code).filter(isPdfLetter);
  expect(known).toEqual(font.characterSet.toSorted((one, other) => one - other));
});

const HOSTILE = 'Tea & <cake> 🎺 👩🏽‍🎤 音 \u0000\u0007\u000b\ud83d \ufffe]]> Ō';

/** Every kind of block, each with everything in it that people paste. */
const document = (text: string): ReportDocument => ({
  ...{ title: text, subtitle: text, author: text },
  blocks: [
    { kind: 'heading', level: 1, text },
    { kind: 'heading', level: 2, text },
    { kind: 'paragraph', text },
    { kind: 'list', items: [text, text] },
    { kind: 'figures', items: [{ value: text, label: text }] },
    { kind: 'table', caption: text, head: [text, text], rows: [[text, text]] },
    {
      kind: 'bars',
      title: text,
      inWords: text,
      most: 1,
      bars: [{ label: text, value: 1, words: text }],
    },
    {
      ...{ kind: 'lines', title: text, inWords: text, ticks: [{ x: 1, label: text }] },
      lines: [{ name: text, dashed: false, points: [{ x: 1, y: 1 }] }],
    },
  ],
});

/** What is printed on the pages, as numbers of letters in the fonts that are inside; 0 is "no letter". */
function lettersPrinted(pdf: Buffer): string[] {
  const contents: string[] = [];
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 1)) {
    const end = pdf.indexOf('endstream', at);
    try {
      contents.push(inflateSync(pdf.subarray(at + 7, end)).toString('latin1'));
    } catch {
      // A picture, or one that is not packed.
    }
  }
  const shown = contents.flatMap((content) => content.match(/<[\da-f]+> [-\d.]+/g) ?? []);
  return shown.flatMap((piece) => piece.slice(1, piece.indexOf('>')).match(/.{4}/g) ?? []);
}

it('makes a PDF in which nothing is missing in silence', async () => {
  const pdf = await buffer(pdfFile(document(HOSTILE), () => undefined));
  expect(pdf.subarray(0, 8).toString()).toBe('%PDF-1.7');
  expect(pdf.subarray(-6).toString()).toContain('%%EOF');
  const letters = lettersPrinted(pdf);
  expect(letters.length).toBeGreaterThan(300);
  expect(letters.filter((letter) => /^0000$/.test(letter))).toEqual([]);
  const plain = await buffer(pdfFile(document('Tea and cake'), () => undefined));
  // Whoever reads it is told of the boxes: there is one more paragraph.
  expect(lettersPrinted(plain).length).toBeLessThan(letters.length);
});

it('makes a Word document that is well-formed, with the emoji and a sign for the rest', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tracker-docx-'));
  const path = join(folder, 'report.docx');
  const docx = await docxFile(document(HOSTILE));
  await writeFile(path, docx);
  const part = (await readZipDirectory(path)).find(({ name }) => name === 'word/document.xml');
  await rm(folder, { recursive: true });
  if (!part) throw new Error('There is no document.');
  const names = docx.readUInt16LE(part.offset + 26) + docx.readUInt16LE(part.offset + 28);
  const xml = inflateRawSync(docx.subarray(part.offset + 30 + names)).toString();
  // eslint-disable-next-line no-control-regex
  expect(xml).not.toMatch(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/);
  expect(xml).toContain('Tea &amp; &lt;cake&gt; 🎺 👩🏽‍🎤 音 \ufffd\ufffd');
});
