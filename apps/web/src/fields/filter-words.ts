import { formatDay, isDay } from '@tracker/domain';
import type { SchoolFilter, SchoolGrouping } from '@tracker/contract';
import type { FilterWords } from './FilterChips';

const GROUPING_WORDS: Record<SchoolGrouping, string> = {
  region: 'region',
  district: 'district',
  phase: 'phase',
  establishmentType: 'type',
};

/** One value or several, each with its words: `Held or Cancelled`. */
export function anyOfWords(value: unknown, words: Readonly<Record<string, string>>): string {
  const said = [value].flat().map((one) => words[String(one)] ?? String(one));
  return new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(said);
}

export const dayWords = (value: unknown) => (isDay(value) ? formatDay(value) : String(value));

/** Of lists of schools, and of lists of what is at a school. */
export const GROUP_FILTER_WORDS: FilterWords<Pick<SchoolFilter, 'establishmentType' | 'without'>> =
  {
    establishmentType: (value) => `Type: ${String(value)}`,
    without: (value) => `Not recorded: ${anyOfWords(value, GROUPING_WORDS)}`,
  };
