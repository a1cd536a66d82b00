import {
  BOLD,
  COLOUR,
  goDown,
  MARGIN,
  needSpace,
  type Pdf,
  REGULAR,
  type Structure,
  WIDTH,
} from './pdf-page';

const SIZE = 9.5;
const PAD = 4;

/** A table with its caption; the heading row comes again on each page. */
export function addTable(
  pdf: Pdf,
  parent: Structure,
  { caption, head, rows }: { caption: string; head: readonly string[]; rows: readonly string[][] },
): void {
  const widths = widthsOf(pdf, head, rows);
  const isNumbers = head.map((_, index) => rows.every((row) => NUMBER.test(row[index] ?? '')));
  const table = pdf.struct('Table', { alt: caption });
  needSpace(pdf, 90);
  parent.add(table);
  table.add(
    pdf.struct('Caption', {}, () => {
      pdf
        .font(BOLD)
        .fontSize(10)
        .fillColor(COLOUR.text)
        .text(caption, MARGIN, pdf.y, { width: WIDTH });
    }),
  );
  goDown(pdf, 3);
  addRow(pdf, table, head, { widths, isNumbers, isHead: true });
  for (const row of rows) {
    const before = pdf.page;
    needSpace(pdf, heightOf(pdf, row, widths, REGULAR));
    if (pdf.page !== before) addRow(pdf, table, head, { widths, isNumbers, isHead: true });
    addRow(pdf, table, row, { widths, isNumbers, isHead: false });
  }
  table.end();
  goDown(pdf, 10);
}

interface RowLook {
  widths: readonly number[];
  /** Whether a column holds figures, which line up on the right. */
  isNumbers: readonly boolean[];
  isHead: boolean;
}

function addRow(
  pdf: Pdf,
  table: Structure,
  cells: readonly string[],
  { widths, isNumbers, isHead }: RowLook,
): void {
  const height = heightOf(pdf, cells, widths, isHead ? BOLD : REGULAR);
  const top = pdf.y;
  const row = pdf.struct('TR');
  table.add(row);
  if (isHead) artifact(pdf, () => pdf.rect(MARGIN, top, WIDTH, height).fill(COLOUR.fill));
  let x = MARGIN;
  cells.forEach((cell, index) => {
    const width = widths[index] ?? 0;
    const isHeader = isHead || index === 0;
    row.add(
      pdf.struct(isHeader ? 'TH' : 'TD', {}, () => {
        pdf
          .font(isHead ? BOLD : REGULAR)
          .fontSize(SIZE)
          .fillColor(COLOUR.text);
        const align = isNumbers[index] ? 'right' : 'left';
        pdf.text(cell === '' ? ' ' : cell, x + PAD, top + PAD, { width: width - 2 * PAD, align });
      }),
    );
    x += width;
  });
  row.end();
  pdf.y = top + height;
  pdf.x = MARGIN;
  artifact(pdf, () => {
    pdf
      .moveTo(MARGIN, pdf.y)
      .lineTo(MARGIN + WIDTH, pdf.y)
      .lineWidth(0.5)
      .stroke(COLOUR.line);
  });
}

/** Lines and shades say nothing to whoever listens. */
function artifact(pdf: Pdf, draw: () => void): void {
  pdf.markContent('Artifact', { type: 'Layout' });
  draw();
  pdf.endMarkedContent();
}

const NUMBER = /^[–\d,.%]+$/;
function heightOf(
  pdf: Pdf,
  cells: readonly string[],
  widths: readonly number[],
  font: string,
): number {
  pdf.font(font).fontSize(SIZE);
  const heights = cells.map((cell, index) =>
    pdf.heightOfString(cell === '' ? ' ' : cell, { width: (widths[index] ?? 0) - 2 * PAD }),
  );
  return Math.max(...heights) + 2 * PAD;
}

/** The first column takes what the others leave, which are as wide as their words need. */
function widthsOf(pdf: Pdf, head: readonly string[], rows: readonly string[][]): number[] {
  pdf.font(BOLD).fontSize(SIZE);
  const needed = head.map((heading, index) => {
    const longestWord = Math.max(...heading.split(' ').map((word) => pdf.widthOfString(word)));
    const cells = rows.map((row) => pdf.widthOfString((row[index] ?? '').slice(0, 40)));
    return Math.max(longestWord, Math.min(150, Math.max(0, ...cells))) + 2 * PAD + 2;
  });
  const others = needed.slice(1).map((width) => Math.max(width, 66));
  const rest = WIDTH - others.reduce((sum, width) => sum + width, 0);
  return [Math.max(rest, 90), ...others];
}
