import type { PassedOver } from './file-reading';
import { soundsLikeSchool } from './school-words';
import { sheetText } from './sheet-cell';
import type { PlacedRow } from './sheet-to-read';

const TOTAL =
  /^(sub ?-?)?totals?\b|^grand total\b|^(total )?(number|no\.?|count) of\b|^(average|mean|sum)\b|^total /i;

/** Adds up the lines of a sheet that are passed over. */
export class Passed {
  private readonly found = new Map<PassedOver, { count: number; lines: number[] }>();

  add(what: PassedOver, line: number): void {
    const so = this.found.get(what) ?? { count: 0, lines: [] };
    so.count += 1;
    if (so.lines.length < 20) so.lines.push(line);
    this.found.set(what, so);
  }

  list(): { what: PassedOver; count: number; lines: number[] }[] {
    return [...this.found].map(([what, so]) => ({ what, ...so }));
  }
}

/** Whether a row repeats the header, as at the top of each printed page. */
export function repeatsHeader({ cells }: PlacedRow, titles: readonly string[]): boolean {
  const texts = cells.map(sheetText);
  const filled = texts.filter((text) => text !== '').length;
  const same = texts.filter((text, index) => text !== '' && text === titles[index]).length;
  return same >= 2 && same * 2 > filled;
}

/**
 * What a row without a day is, when it is none of a school: a heading between the rows, a total.
 * Null for a row of a school, which is handed back or has had no visit.
 */
export function kindOfRow(
  { cells }: PlacedRow,
  { school, urn, own }: { school: number | undefined; urn: number | undefined; own: number },
): PassedOver | null {
  const texts = cells.map(sheetText).slice(own);
  const filled = texts.filter((text) => text !== '');
  if (filled.length === 0) return 'blank';
  const schoolText = school === undefined ? '' : (texts[school - own] ?? '');
  const isSchool = soundsLikeSchool(schoolText) && !TOTAL.test(schoolText);
  const numbered = urn !== undefined && /\d{6}/.test(texts[urn - own] ?? '');
  if (isSchool || numbered) return null;
  if (filled.some((text) => TOTAL.test(text))) return 'total';
  return filled.length === 1 ? 'heading' : null;
}
