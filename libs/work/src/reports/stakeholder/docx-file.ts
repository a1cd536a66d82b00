import {
  AlignmentType,
  BorderStyle,
  Document,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Footer,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import {
  type ChartLine,
  mapTexts,
  type ReportBlock,
  type ReportDocument,
  visibleText,
} from '@tracker/domain';

type Block<K extends ReportBlock['kind']> = Extract<ReportBlock, { kind: K }>;

const HEADING = '12385C';
const FILL = 'DBE7F0';
const ACCENT = '0B5F8A';
/** Twentieths of a point: A4 less its margins. */
const PAGE_WIDTH = 9_638;
const BULLETS = 'bullets';

/**
 * A document for Word, to be edited: real headings, lists and tables. Bars are shaded cells; what the
 * PDF draws as lines stands in the table below it.
 */
export async function docxFile(given: ReportDocument): Promise<Buffer> {
  const { title, subtitle, author, blocks } = mapTexts(given, visibleText);
  const document = new Document({
    ...{ title, subject: subtitle, creator: author, description: subtitle },
    styles: {
      default: {
        document: { run: { font: 'Calibri', size: 22, language: { value: 'en-GB' } } },
        title: { run: { size: 48, bold: true, color: HEADING } },
        heading1: {
          run: { size: 30, bold: true, color: HEADING },
          paragraph: { spacing: { before: 320, after: 120 }, keepNext: true },
        },
        heading2: {
          run: { size: 24, bold: true, color: HEADING },
          paragraph: { spacing: { before: 200, after: 80 }, keepNext: true },
        },
      },
    },
    numbering: {
      config: [
        {
          reference: BULLETS,
          levels: [
            {
              ...{ level: 0, format: LevelFormat.BULLET, text: '•' },
              style: { paragraph: { indent: { left: 360, hanging: 260 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: { page: { size: { width: 11_906, height: 16_838 }, margin: MARGINS } },
        footers: { default: pageNumbers() },
        children: [
          new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
          new Paragraph({ text: subtitle, spacing: { after: 240 } }),
          ...blocks.flatMap(wordsOf),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

const MARGINS = { top: 1_134, bottom: 1_134, left: 1_134, right: 1_134 };

function pageNumbers(): Footer {
  const runs = [
    new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
  ];
  return new Footer({
    children: [new Paragraph({ alignment: AlignmentType.RIGHT, children: runs })],
  });
}

function wordsOf(block: ReportBlock): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          text: block.text,
          heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
        }),
      ];
    case 'paragraph':
      return [new Paragraph({ text: block.text, spacing: { after: 120 } })];
    case 'list':
      return block.items.map(
        (text) => new Paragraph({ text, numbering: { reference: BULLETS, level: 0 } }),
      );
    case 'figures':
      return [figures(block), new Paragraph('')];
    case 'table':
      return captioned(block.caption, table(block));
    case 'bars':
      return captioned(block.title, bars(block));
    case 'lines':
      return [caption(block.title), new Paragraph(standing(block.lines))];
  }
}

const caption = (text: string): Paragraph =>
  new Paragraph({
    children: [new TextRun({ text, bold: true })],
    spacing: { before: 160, after: 60 },
    keepNext: true,
  });

const captioned = (text: string, shown: Table): (Paragraph | Table)[] => [
  caption(text),
  shown,
  new Paragraph(''),
];

/** Where each line stands at its end, in a sentence. */
function standing(lines: readonly ChartLine[]): string {
  const ends = lines.flatMap(({ name, points }) => {
    const last = points.filter(({ y }) => y !== null).at(-1);
    return last?.y == null ? [] : [`${name}: ${Math.round(last.y).toLocaleString('en-GB')}`];
  });
  return `At the end of each line: ${ends.join('; ')}.`;
}

const LIGHT = { style: BorderStyle.SINGLE, size: 4, color: 'C3CCD4' } as const;
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const BORDERS = { top: LIGHT, bottom: LIGHT, left: NONE, right: NONE };

function cell(text: string, { bold = false, right = false, fill = '' } = {}): TableCell {
  const alignment = right ? AlignmentType.RIGHT : AlignmentType.LEFT;
  return new TableCell({
    borders: BORDERS,
    ...(fill && { shading: { type: ShadingType.CLEAR, fill, color: 'auto' } }),
    children: [new Paragraph({ alignment, children: [new TextRun({ text, bold, size: 20 })] })],
  });
}

const isNumber = (text: string): boolean => /^[–\d,.%]+$/.test(text);

function table({ head, rows }: Block<'table'>): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({
        tableHeader: true,
        children: head.map((text) => cell(text, { bold: true, fill: FILL })),
      }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: row.map((text) => cell(text, { right: isNumber(text) })),
          }),
      ),
    ],
  });
}

function figures({ items }: Block<'figures'>): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({
        children: items.map(
          ({ value, label }) =>
            new TableCell({
              borders: BORDERS,
              shading: { type: ShadingType.CLEAR, fill: FILL, color: 'auto' },
              children: [
                new Paragraph({
                  children: [new TextRun({ text: value, bold: true, size: 34, color: HEADING })],
                }),
                new Paragraph({ children: [new TextRun({ text: label, size: 20 })] }),
              ],
            }),
        ),
      }),
    ],
  });
}

/** As many characters as a full bar has. */
const FULL_BAR = 24;

function bars({ bars: all, most }: Block<'bars'>): Table {
  const widths = [0.4, 0.38, 0.22].map((share) => Math.round(share * PAGE_WIDTH));
  return new Table({
    width: { size: PAGE_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    rows: all.map(({ label, value, words }) => {
      const share = most === 0 ? 0 : Math.max(0, Math.min(1, value / most));
      const drawn = new TextRun({
        text: '█'.repeat(Math.round(share * FULL_BAR)),
        color: ACCENT,
        size: 16,
      });
      return new TableRow({
        cantSplit: true,
        children: [
          cell(label),
          new TableCell({ borders: BORDERS, children: [new Paragraph({ children: [drawn] })] }),
          cell(words),
        ],
      });
    }),
  });
}
