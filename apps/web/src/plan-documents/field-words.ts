import {
  COUNTED_FIELDS,
  formatDay,
  isDay,
  type MinutesPerWeek,
  type PlanField,
  type PlanFieldValue,
  planStageWords,
  plural,
  type ReadingMark,
  type WhyNoValue,
  type WholeClassInstrument,
} from '@tracker/domain';

export const MARK_WORDS: Record<ReadingMark, string> = {
  sure: 'Sure',
  likely: 'Likely',
  unsure: 'Not sure',
};

/** Three different things, none of them "no". */
export const WHY_WORDS: Record<WhyNoValue, string> = {
  not_stated: 'Not stated',
  blank: 'Left blank',
  none: 'It says “none” or “N/A”',
};

type Words = Readonly<Record<string, string>>;

/** Fields that know only a few values. */
const OF_A_FEW = [
  ...(['taughtBy', 'modelMusicCurriculum', 'lessonCharging', 'lessonHelpFor'] as const),
  ...(['singingTogether', 'performances', 'liveMusic'] as const),
];

/** Their values in words, in the order in which they are offered. */
export const VALUE_WORDS: Partial<Record<PlanField, Words>> = Object.fromEntries(
  OF_A_FEW.map((field) => [field, COUNTED_FIELDS[field].values]),
);

/** How a field is changed. */
type FieldKind =
  | 'text'
  | 'texts'
  | 'lines'
  | 'ticks'
  | 'choice'
  | 'yes_no'
  | 'number'
  | 'day'
  | 'years'
  | 'minutes'
  | 'instruments';

const KINDS: Partial<Record<PlanField, FieldKind>> = {
  schoolName: 'text',
  hubName: 'text',
  academicYears: 'years',
  publishedOn: 'day',
  reviewOn: 'day',
  minutesPerWeek: 'minutes',
  wholeClassInstrument: 'instruments',
  lessonMinutes: 'number',
  weekly: 'yes_no',
  sendSupport: 'yes_no',
  lessonsOffered: 'yes_no',
  taughtBy: 'ticks',
  lessonHelpFor: 'ticks',
  performanceEvents: 'lines',
  priorities: 'lines',
};

export const kindOf = (field: PlanField): FieldKind =>
  KINDS[field] ?? (VALUE_WORDS[field] ? 'choice' : 'texts');

/** Those that minutes and instruments can be given for, in the order of a school. */
export const STAGES: readonly string[] = [
  ...['all', 'eyfs', 'ks1', 'ks2', 'ks3', 'ks4', 'ks5'],
  ...Array.from({ length: 13 }, (_, at) => `y${at + 1}`),
];

export const QUALIFIER_WORDS: Record<MinutesPerWeek['qualifier'], string> = {
  exact: 'exactly',
  at_least: 'at least',
  average: 'on average',
};

const minutesInWords = ({ stage, minutes, qualifier }: MinutesPerWeek) =>
  `${planStageWords(stage)}: ${qualifier === 'exact' ? '' : `${QUALIFIER_WORDS[qualifier]} `}${plural(minutes, 'minute')} a week`;

function instrumentInWords({ years, instrument, provider }: WholeClassInstrument): string {
  const who = years.length > 0 ? years.map(planStageWords).join(', ') : 'Year not stated';
  return `${who}: ${instrument ?? 'instrument not stated'}${provider ? `, taught by ${provider}` : ''}`;
}

/** A day as exact as it was written: `Mon 26 Aug 2024`, `August 2024`. */
export function inexactDayInWords(day: string): string {
  if (isDay(day)) return formatDay(day);
  const [, year = '', month = ''] = /^(\d{4})-(\d{2})$/.exec(day) ?? [];
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, 1));
  return year === ''
    ? day
    : at.toLocaleDateString('en-GB', { timeZone: 'UTC', month: 'long', year: 'numeric' });
}

/** A value as it reads, one line for each thing it holds. */
export function valueInWords(field: PlanField, value: PlanFieldValue): string[] {
  const words = VALUE_WORDS[field];
  if (typeof value === 'boolean') return [value ? 'Yes' : 'No'];
  if (typeof value === 'number') return [plural(value, 'minute')];
  if (typeof value === 'string') {
    return [kindOf(field) === 'day' ? inexactDayInWords(value) : (words?.[value] ?? value)];
  }
  return value.map((one) => {
    if (typeof one === 'string') return words?.[one] ?? one;
    return 'stage' in one ? minutesInWords(one) : instrumentInWords(one);
  });
}
