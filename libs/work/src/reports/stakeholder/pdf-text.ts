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

/** The title and what the document is of. */
export function addTitle(pdf: Pdf, parent: Structure, title: string, subtitle: string): void {
  parent.add(
    pdf.struct('H1', {}, () => {
      pdf.font(BOLD).fontSize(24).fillColor(COLOUR.heading).text(title, { width: WIDTH });
    }),
  );
  goDown(pdf, 4);
  parent.add(
    pdf.struct('P', {}, () => {
      pdf.font(REGULAR).fontSize(11).fillColor(COLOUR.soft).text(subtitle, { width: WIDTH });
    }),
  );
  goDown(pdf, 10);
}

const SIZES = { 1: 15, 2: 12 } as const;

/** A heading, which stays with what follows it. */
export function addHeading(pdf: Pdf, parent: Structure, level: 1 | 2, text: string): void {
  needSpace(pdf, 110);
  goDown(pdf, level === 1 ? 14 : 8);
  parent.add(
    pdf.struct(level === 1 ? 'H2' : 'H3', {}, () => {
      pdf.font(BOLD).fontSize(SIZES[level]).fillColor(COLOUR.heading).text(text, { width: WIDTH });
    }),
  );
  goDown(pdf, 4);
}

export function addParagraph(pdf: Pdf, parent: Structure, text: string): void {
  parent.add(
    pdf.struct('P', {}, () => {
      body(pdf).text(text, { width: WIDTH, lineGap: 2 });
    }),
  );
  goDown(pdf, 6);
}

const INDENT = 14;

export function addList(pdf: Pdf, parent: Structure, items: readonly string[]): void {
  const list = pdf.struct('L');
  parent.add(list);
  for (const item of items) {
    const width = WIDTH - INDENT;
    needSpace(pdf, Math.min(60, body(pdf).heightOfString(item, { width })));
    const entry = pdf.struct('LI');
    list.add(entry);
    const { y } = pdf;
    entry.add(
      pdf.struct('Lbl', {}, () => void body(pdf).text('•', MARGIN, y, { lineBreak: false })),
    );
    entry.add(
      pdf.struct('LBody', {}, () => {
        body(pdf).text(item, MARGIN + INDENT, y, { width, lineGap: 2 });
      }),
    );
    entry.end();
    goDown(pdf, 3);
  }
  list.end();
  goDown(pdf, 4);
}

const TILE_HEIGHT = 56;

/** The figures that matter, side by side. */
export function addFigures(
  pdf: Pdf,
  parent: Structure,
  items: readonly { value: string; label: string }[],
): void {
  needSpace(pdf, TILE_HEIGHT + 10);
  const gap = 8;
  const width = (WIDTH - gap * (items.length - 1)) / Math.max(1, items.length);
  const top = pdf.y;
  items.forEach(({ value, label }, index) => {
    const x = MARGIN + index * (width + gap);
    parent.add(
      pdf.struct('P', {}, () => {
        pdf.rect(x, top, width, TILE_HEIGHT).fill(COLOUR.fill);
        pdf.font(BOLD).fontSize(17).fillColor(COLOUR.heading);
        pdf.text(value, x + 8, top + 8, { width: width - 16, lineBreak: false });
        pdf.font(REGULAR).fontSize(9.5).fillColor(COLOUR.text);
        pdf.text(label, x + 8, top + 31, { width: width - 16, height: 24, lineGap: -1 });
      }),
    );
  });
  pdf.y = top + TILE_HEIGHT;
  goDown(pdf, 10);
}

function body(pdf: Pdf): Pdf {
  return pdf.font(REGULAR).fontSize(10.5).fillColor(COLOUR.text);
}
