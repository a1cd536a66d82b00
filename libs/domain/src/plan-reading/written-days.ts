/** As exact as it was written: `2024-08-26`, or `2024-08` for "August 2024". */
export type InexactDay = string;

export interface WrittenDay {
  day: InexactDay;
  text: string;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH =
  '(jan(?:uary)?|feb(?:ruary|uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const YEAR = "(20\\d{2}|['’]?\\d{2})(?![\\d/]|\\s*[-–—/]\\s*\\d)";
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
const PATTERNS: [RegExp, (groups: string[]) => [year?: string, month?: string, day?: string]][] = [
  [/\b(20\d{2})-(\d{2})-(\d{2})\b/, ([y, m, d]) => [y, m, d]],
  [
    /(?<![\d./-])(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(20\d{2}|\d{2})(?![\d./-]*\d)/,
    ([d, m, y]) => [y, m, d],
  ],
  [
    new RegExp(`\\b${DAY}\\s*(?:of\\s+)?[ ,.-]?\\s*${MONTH},?[\\s-]*${YEAR}`, 'i'),
    ([d, m, y]) => [y, m, d],
  ],
  [new RegExp(`\\b${MONTH}\\s+${DAY}(?:,\\s*|\\s+)(20\\d{2})\\b`, 'i'), ([m, d, y]) => [y, m, d]],
  [new RegExp(`\\b${MONTH}[,\\s/-]*(?:of\\s+)?${YEAR}`, 'i'), ([m, y]) => [y, m]],
  [/(?<![\d./-])(\d{1,2})\s?[/.]\s?(20\d{2})(?![\d./-])/, ([m, y]) => [y, m]],
];

const pad = (number: number) => String(number).padStart(2, '0');
const DAYS_IN = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function dayOf(year?: string, month?: string, day?: string): InexactDay | null {
  const digits = (year ?? '').replace(/\D/g, '');
  const fullYear = digits.length === 2 ? 2000 + Number(digits) : Number(digits);
  const name = MONTHS.indexOf((month ?? '').slice(0, 3).toLowerCase());
  const monthNumber = name >= 0 ? name + 1 : Number(month);
  if (!(monthNumber >= 1 && monthNumber <= 12) || fullYear < 2000) return null;
  if (day === undefined) return `${fullYear}-${pad(monthNumber)}`;
  const most =
    monthNumber === 2 && (fullYear % 4 !== 0 || (fullYear % 100 === 0 && fullYear % 400 !== 0))
      ? 28
      : DAYS_IN[monthNumber - 1]!;
  if (!(Number(day) >= 1 && Number(day) <= most)) return null;
  return `${fullYear}-${pad(monthNumber)}-${pad(Number(day))}`;
}

/**
 * The days a text names, in its order, each as exact as it stands there: "26/8/24", "August 26th
 * 2024", "Sept 2025". "October 2024-25" and "Autumn 2024" are none, and nor is 31 June.
 */
export function findDays(text: string): WrittenDay[] {
  const found: (WrittenDay & { at: number })[] = [];
  for (const [pattern, order] of PATTERNS) {
    for (const match of text.matchAll(new RegExp(pattern.source, `${pattern.flags}g`))) {
      const end = match.index + match[0].length;
      if (found.some(({ at, text: other }) => match.index < at + other.length && end > at))
        continue;
      // What looks like a day and is none takes its place, so that no month is read out of it.
      const day = dayOf(...order(match.slice(1))) ?? '';
      found.push({ day, text: match[0], at: match.index });
    }
  }
  return found
    .filter(({ day }) => day !== '')
    .sort((a, b) => a.at - b.at)
    .map(({ day, text: written }) => ({ day, text: written }));
}
