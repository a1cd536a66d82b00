import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import PDFDocument from 'pdfkit';

/** A block to write: a heading, a paragraph, an item, or a table of two columns and more. */
export type BlockToWrite =
  { h: string } | { p: string } | { item: string } | { rows: string[][] } | 'page';

const collect = (pdf: PDFKit.PDFDocument): Promise<Buffer> =>
  new Promise((resolve) => {
    const pieces: Buffer[] = [];
    pdf.on('data', (piece: Buffer) => pieces.push(piece));
    pdf.on('end', () => resolve(Buffer.concat(pieces)));
    pdf.end();
  });

const WIDTH = 475;

/** A PDF that says nothing of how it is built, as most programs write them. */
export function makePdf(
  blocks: readonly BlockToWrite[],
  options: PDFKit.PDFDocumentOptions = {},
): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'A4', margin: 60, ...options });
  for (const block of blocks) {
    if (block === 'page') pdf.addPage();
    else if ('h' in block) pdf.fontSize(15).text(block.h).moveDown(0.4);
    else if ('p' in block) pdf.fontSize(10).text(block.p).moveDown(0.6);
    else if ('item' in block) pdf.fontSize(10).text(`• ${block.item}`, { indent: 10 });
    else writeTable(pdf.fontSize(10), block.rows);
  }
  return collect(pdf);
}

function writeTable(pdf: PDFKit.PDFDocument, rows: readonly string[][]): void {
  for (const row of rows) {
    const width = WIDTH / row.length;
    const height = Math.max(
      ...row.map((cell) => pdf.heightOfString(cell || ' ', { width: width - 10 })),
    );
    const { y } = pdf;
    row.forEach((cell, i) => pdf.text(cell, 65 + i * width, y, { width: width - 10 }));
    pdf.x = 60;
    pdf.y = y + height + 6;
  }
  pdf.moveDown(0.5);
}

/** Pages that hold a picture each and no text. */
export function makeScan(pages: number): Promise<Buffer> {
  const pdf = new PDFDocument({ autoFirstPage: false });
  for (let page = 0; page < pages; page += 1) {
    pdf.addPage().rect(50, 50, 400, 600).fill('#ddd');
  }
  return collect(pdf);
}

/** A PDF with a field that was filled in, a script and an attachment. */
export function makeForm(value: string): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'A4', margin: 60 });
  pdf.font('Helvetica').fontSize(10);
  pdf.text('Academic year that this summary covers:', 60, 100);
  pdf.initForm();
  pdf.formText('year', 300, 96, 150, 16, { value });
  pdf.text('Music is taught in every class.', 60, 140);
  pdf.addNamedJavaScript('start', 'while (true) {}');
  pdf.file(Buffer.from('PK attached'), { name: 'attached.zip' });
  return collect(pdf);
}

export function makeWord(blocks: readonly BlockToWrite[]): Promise<Buffer> {
  const children = blocks.flatMap((block): (Paragraph | Table)[] => {
    if (block === 'page') return [new Paragraph({ pageBreakBefore: true })];
    if ('h' in block) return [new Paragraph({ text: block.h, heading: 'Heading1' })];
    if ('p' in block) return [new Paragraph(block.p)];
    if ('item' in block) return [new Paragraph({ text: block.item, bullet: { level: 0 } })];
    const rows = block.rows.map(
      (row) =>
        new TableRow({
          children: row.map(
            (cell) =>
              new TableCell({ children: cell.split('\n').map((line) => new Paragraph(line)) }),
          ),
        }),
    );
    return [new Table({ rows })];
  });
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}
