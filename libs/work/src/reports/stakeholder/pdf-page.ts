import PDFDocument from 'pdfkit';
import type { ReportDocument } from '@tracker/domain';

export type Pdf = PDFKit.PDFDocument;
export type Structure = PDFKit.PDFStructureElement;

// A font of our own, embedded: the server may have none, and so may whoever reads the file.
const FONT = '@expo-google-fonts/source-sans-3';
export const REGULAR = 'regular';
export const BOLD = 'bold';

/** Points. */
export const MARGIN = 56;
export const WIDTH = 595.28 - 2 * MARGIN;
const BOTTOM = 841.89 - MARGIN - 14;

/** Each stands at least 4.5 : 1 against the white of the page, the light ones are never text. */
export const COLOUR = {
  text: '#1b1f24',
  soft: '#4a5560',
  heading: '#12385c',
  accent: '#0b5f8a',
  second: '#a34a00',
  fill: '#dbe7f0',
  line: '#c3ccd4',
} as const;

// Not among the types yet.
const UNIVERSAL: object = { subset: 'PDF/UA' };

/** An empty document: tagged, with its title, its language and its fonts. */
export function openPdf({ title, subtitle, author }: ReportDocument): Pdf {
  const regular = require.resolve(`${FONT}/400Regular/SourceSans3_400Regular.ttf`);
  const bold = require.resolve(`${FONT}/600SemiBold/SourceSans3_600SemiBold.ttf`);
  const pdf = new PDFDocument({
    ...{ size: 'A4', margin: MARGIN, bufferPages: true, font: regular },
    ...{ tagged: true, lang: 'en-GB', displayTitle: true, pdfVersion: '1.7', ...UNIVERSAL },
    info: { Title: title, Author: author, Subject: subtitle, Creator: 'School Engagement Tracker' },
  });
  pdf.registerFont(REGULAR, regular).registerFont(BOLD, bold);
  return pdf;
}

/** Begins a new page when what comes next does not fit on this one. @param height in points */
export function needSpace(pdf: Pdf, height: number): void {
  if (pdf.y + height > BOTTOM) pdf.addPage();
}

/** Where the next block begins. */
export function goDown(pdf: Pdf, points: number): void {
  pdf.x = MARGIN;
  pdf.y += points;
}

/** Page numbers and the title at the foot of each page; not part of what is read out. */
export function addFooters(pdf: Pdf, title: string): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    pdf.switchToPage(page);
    const { margins } = pdf.page;
    // The foot lies in the margin, where a text would begin a new page.
    pdf.page.margins = { ...margins, bottom: 0 };
    pdf.markContent('Artifact', { type: 'Pagination' });
    pdf.font(REGULAR).fontSize(8.5).fillColor(COLOUR.soft);
    const y = 841.89 - MARGIN + 12;
    pdf.text(title, MARGIN, y, { width: WIDTH - 90, lineBreak: false, ellipsis: true });
    const words = `Page ${page - start + 1} of ${count}`;
    pdf.text(words, MARGIN + WIDTH - 90, y, { width: 90, align: 'right', lineBreak: false });
    pdf.endMarkedContent();
    pdf.page.margins = margins;
  }
}
