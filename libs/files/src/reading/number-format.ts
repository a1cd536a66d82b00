import type { WorkbookCell } from './workbook';

type DayShown = WorkbookCell['day'];

/** Formats that Excel knows by number alone; those of East Asian calendars show days as well. */
const BUILT_IN = new Map<number, DayShown>([
  ...[14, 15, 16, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map(
    (id) => [id, 'day'] as const,
  ),
  [17, 'month'],
]);

/** How much of a day a number format shows; undefined for numbers and for times alone. */
export function dayShownBy(id: number, code: string | undefined): DayShown {
  return code === undefined ? BUILT_IN.get(id) : dayShownByCode(code);
}

function dayShownByCode(code: string): DayShown {
  // The first part is for positive numbers; words in quotes, colours and languages show nothing.
  const [positive = ''] = code.split(';');
  const bare = positive
    .replace(/"[^"]*"/g, '')
    .replace(/[\\_*]./g, '')
    .replace(/\[([^\]]*)\]/g, (_, inside: string) => (/^(h+|m+|s+)$/i.test(inside) ? 'h' : ''))
    .replace(/general|am\/pm|a\/p/gi, '')
    .toLowerCase();
  if (/[#0?@]/.test(bare.replace(/ss?[.,]0+/g, ''))) return undefined;
  if (bare.includes('d')) return 'day';
  if (/y|e/.test(bare)) return /m/.test(bare) ? 'month' : 'year';
  // Beside hours or seconds m is minutes; by itself it is a month.
  return bare.includes('m') && !/[hs]/.test(bare) ? 'month' : undefined;
}
