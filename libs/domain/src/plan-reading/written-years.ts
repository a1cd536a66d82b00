import { academicYearStartingIn, type AcademicYear } from '../academic-year';
import { escapeless } from './plain-text';

/** The longest span one plan may cover. */
const MOST_YEARS = 5;
const YEARS =
  /(?<![\d/.-])((?:19|20)\d{2})\s*(?:[-‐‑‒–—−/]|to|and|until|&)\s*((?:20)?\d{2})(?![\d/]|[-.]\d)/gi;
/** "October 2024-25" is no year and no day. */
const MONTH_BEFORE = /\b(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?,?\s*$/i;

export interface WrittenYears {
  years: AcademicYear[];
  /** As they stand in the text. */
  text: string;
}

/** The academic years a text names, as "2024-25", "2024/2025" or, for several, "2024-27". */
export function findYears(text: string): WrittenYears[] {
  return [...escapeless(text).matchAll(YEARS)].flatMap((match) => {
    const [written, first = '', second = ''] = match;
    if (MONTH_BEFORE.test(text.slice(0, match.index))) return [];
    const from = Number(first);
    const to = second.length === 4 ? Number(second) : from - (from % 100) + Number(second);
    const years = to - from;
    if (years < 1 || years > MOST_YEARS) return [];
    const all = Array.from({ length: years }, (_, i) => academicYearStartingIn(from + i));
    return [{ years: all, text: written }];
  });
}
