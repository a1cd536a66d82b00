import { fromSerial } from '@tracker/domain/day';
import type { RichText } from './rich-text';
import type { WorkbookCell } from './workbook';
import type { CellStyle } from './workbook-styles';

/** What a cell's element holds, as written. */
export interface WrittenCell {
  column: number;
  type: string;
  style: CellStyle;
  /** The text of `<v>`. */
  written: string;
  /** The text of `<is>`. */
  inline: RichText | null;
}

export interface ValueContext {
  shared: readonly RichText[];
  /** Whether days are counted from 1904, as old Macs did. */
  from1904: boolean;
}

/** Days from Excel's day 0 to 1 January 1970, right from 1 March 1900 on. */
const EPOCH_1900 = 25_569;
const EPOCH_1904 = 24_107;
/** 31 December 9999. */
const LAST_SERIAL = 2_958_465;

/** The day of a serial number; null where there is none, as the 29 February 1900 that never was. */
function dayOf(serial: number, from1904: boolean): string | null {
  const whole = Math.floor(serial);
  if (!(whole >= (from1904 ? 0 : 1) && whole <= LAST_SERIAL - (from1904 ? 1_462 : 0))) return null;
  if (from1904) return fromSerial(whole - EPOCH_1904);
  if (whole === 60) return null;
  return fromSerial(whole - EPOCH_1900 + (whole < 60 ? 1 : 0));
}

/** Null for a cell that shows nothing. */
export function cellOf(cell: WrittenCell, context: ValueContext): WorkbookCell | null {
  const { column, style, type, written } = cell;
  const struck = style.struck ? { struck: 'all' as const } : {};
  const text = ({ text: value, struck: ofText }: RichText): WorkbookCell | null =>
    value.trim() === '' ? null : { column, value, ...(ofText && { struck: ofText }), ...struck };
  switch (type) {
    case 's':
      return text(context.shared[Number(written)] ?? { text: '' });
    case 'inlineStr':
      return text(cell.inline ?? { text: written });
    case 'str':
    case 'e':
      return text({ text: written });
    case 'b':
      return written.trim() === '' ? null : { column, value: written.trim() === '1', ...struck };
    case 'd': {
      const day = /^\s*(\d{4}-\d\d-\d\d)/.exec(written)?.[1];
      return day ? { column, value: day, day: 'day', ...struck } : text({ text: written });
    }
    default: {
      if (cell.inline) return text(cell.inline);
      if (written.trim() === '') return null;
      const value = Number(written);
      if (!Number.isFinite(value)) return text({ text: written });
      const day = style.day && dayOf(value, context.from1904);
      return day ? { column, value: day, day: style.day, ...struck } : { column, value, ...struck };
    }
  }
}
