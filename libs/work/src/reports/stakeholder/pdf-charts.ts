import type { ReportBlock } from '@tracker/domain';
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

type Lines = Extract<ReportBlock, { kind: 'lines' }>;
type Bars = Extract<ReportBlock, { kind: 'bars' }>;

const BAR = 15;
const LABELS = 150;
const WORDS = 96;

/** Bars with their names before and their figures behind them. */
export function addBars(pdf: Pdf, parent: Structure, { title, inWords, bars, most }: Bars): void {
  const height = 22 + bars.length * (BAR + 4);
  needSpace(pdf, Math.min(height, 400));
  figure(pdf, parent, title, inWords, () => {
    const full = WIDTH - LABELS - WORDS;
    for (const { label, value, words } of bars) {
      needSpace(pdf, BAR + 4);
      const top = pdf.y;
      pdf.font(REGULAR).fontSize(9.5).fillColor(COLOUR.text);
      const oneLine = { lineBreak: false, ellipsis: true, height: 12 } as const;
      pdf.text(label, MARGIN, top + 1, { width: LABELS - 8, ...oneLine });
      pdf.rect(MARGIN + LABELS, top, full, BAR).fill('#f0f3f6');
      const width = Math.max(0, Math.min(1, most === 0 ? 0 : value / most)) * full;
      if (width > 0) pdf.rect(MARGIN + LABELS, top, width, BAR).fill(COLOUR.accent);
      pdf.fillColor(COLOUR.text);
      pdf.text(words, MARGIN + LABELS + full + 8, top + 1, { width: WORDS - 8, ...oneLine });
      pdf.y = top + BAR + 4;
      pdf.x = MARGIN;
    }
  });
}

const PLOT_HEIGHT = 170;
const LEFT = 30;

/** Lines over the year's days. */
export function addLines(
  pdf: Pdf,
  parent: Structure,
  { title, inWords, lines, ticks }: Lines,
): void {
  needSpace(pdf, PLOT_HEIGHT + 70);
  const points = lines.flatMap(({ points: of }) => of);
  const xs = points.map(({ x }) => x);
  const [from, to] = [Math.min(...xs), Math.max(...xs)];
  const top = niceTop(Math.max(1, ...points.map(({ y }) => y ?? 0)));
  figure(pdf, parent, title, inWords, () => {
    const y0 = pdf.y + PLOT_HEIGHT;
    const x0 = MARGIN + LEFT;
    const width = WIDTH - LEFT;
    const atX = (x: number) => x0 + ((x - from) / Math.max(1, to - from)) * width;
    const atY = (y: number) => y0 - (y / top) * PLOT_HEIGHT;
    pdf.font(REGULAR).fontSize(8.5).fillColor(COLOUR.soft);
    for (let step = 0; step <= 4; step += 1) {
      const value = (top * step) / 4;
      pdf
        .moveTo(x0, atY(value))
        .lineTo(x0 + width, atY(value))
        .lineWidth(0.5)
        .stroke(COLOUR.line);
      const label = String(Math.round(value * 10) / 10);
      pdf.text(label, MARGIN, atY(value) - 5, {
        width: LEFT - 5,
        align: 'right',
        lineBreak: false,
      });
    }
    for (const { x, label } of ticks) {
      pdf.text(label, atX(x), y0 + 4, { width: 40, lineBreak: false });
    }
    lines.forEach((line, index) => {
      const colour = [COLOUR.soft, COLOUR.accent, COLOUR.second][index] ?? COLOUR.text;
      let begun = false;
      for (const { x, y } of line.points) {
        if (y === null) continue;
        if (begun) pdf.lineTo(atX(x), atY(y));
        else pdf.moveTo(atX(x), atY(y));
        begun = true;
      }
      pdf.lineWidth(index === 1 ? 2 : 1.3);
      if (line.dashed) pdf.dash(index === 0 ? 4 : 1.5, { space: 2.5 });
      if (begun) pdf.stroke(colour);
      pdf.undash();
    });
    pdf.y = y0 + 18;
    legend(pdf, lines);
  });
}

function legend(pdf: Pdf, lines: Lines['lines']): void {
  let x = MARGIN + LEFT;
  const { y } = pdf;
  pdf.font(REGULAR).fontSize(9);
  lines.forEach(({ name, dashed }, index) => {
    const colour = [COLOUR.soft, COLOUR.accent, COLOUR.second][index] ?? COLOUR.text;
    if (dashed) pdf.dash(index === 0 ? 4 : 1.5, { space: 2.5 });
    pdf
      .moveTo(x, y + 6)
      .lineTo(x + 22, y + 6)
      .lineWidth(index === 1 ? 2 : 1.3)
      .stroke(colour);
    pdf.undash();
    pdf.fillColor(COLOUR.text).text(name, x + 27, y, { lineBreak: false });
    x += 27 + pdf.widthOfString(name) + 18;
  });
  pdf.y = y + 14;
}

/** A drawing under its title, with words for whoever does not see it. */
function figure(
  pdf: Pdf,
  parent: Structure,
  title: string,
  inWords: string,
  draw: () => void,
): void {
  parent.add(
    pdf.struct('P', {}, () => {
      pdf
        .font(BOLD)
        .fontSize(10)
        .fillColor(COLOUR.text)
        .text(title, MARGIN, pdf.y, { width: WIDTH });
    }),
  );
  goDown(pdf, 5);
  parent.add(pdf.struct('Figure', { alt: inWords }, [draw]));
  goDown(pdf, 10);
}

/** A round number at or above a value, that four steps divide. */
function niceTop(value: number): number {
  const unit = 10 ** Math.floor(Math.log10(value));
  const steps = [1, 2, 4, 8, 10].map((times) => times * unit);
  return Math.max(4, steps.find((step) => step >= value) ?? 10 * unit);
}
