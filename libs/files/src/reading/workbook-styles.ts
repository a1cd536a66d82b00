import { BOUNDS, DAMAGED_WORKBOOK, within, type Spent } from './bounds';
import { dayShownBy } from './number-format';
import { readXml } from './read-xml';
import type { WorkbookCell } from './workbook';

/** What a cell's style says of how it is seen. */
export interface CellStyle {
  day?: WorkbookCell['day'];
  struck: boolean;
}

const PLAIN: CellStyle = { struck: false };

export type CellStyles = (index: string | undefined) => CellStyle;

/** A workbook without a part for styles has none. */
export const noStyles: CellStyles = () => PLAIN;

/** Reads the part `styles.xml`: of each style its number format and whether it strikes out. */
export async function readStyles(bytes: AsyncIterable<Buffer>, spent: Spent): Promise<CellStyles> {
  const formats = new Map<number, string>();
  const struckFonts: boolean[] = [];
  const styles: { format: number; font: number }[] = [];
  const inside: string[] = [];
  await readXml(bytes, spent, {
    open(name, attributes) {
      const parent = inside.at(-1);
      inside.push(name);
      if (name === 'numFmt' && parent === 'numFmts') {
        formats.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '');
      } else if (name === 'font' && parent === 'fonts') struckFonts.push(false);
      else if (name === 'strike' && parent === 'font' && inside.at(-3) === 'fonts') {
        struckFonts[struckFonts.length - 1] =
          attributes.get('val') === undefined || attributes.isOn('val');
      } else if (name === 'xf' && parent === 'cellXfs') {
        styles.push({
          format: Number(attributes.get('numFmtId') ?? 0),
          font: Number(attributes.get('fontId') ?? 0),
        });
      }
      within(
        Math.max(styles.length, formats.size, struckFonts.length),
        BOUNDS.styles,
        DAMAGED_WORKBOOK,
      );
    },
    close: () => void inside.pop(),
  });
  const read = styles.map(({ format, font }): CellStyle => ({
    day: dayShownBy(format, formats.get(format)),
    struck: struckFonts[font] ?? false,
  }));
  return (index) => read[Number(index ?? 0)] ?? PLAIN;
}
