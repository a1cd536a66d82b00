import {
  checkFactValue,
  findDays,
  type MinutesPerWeek,
  type PlanField,
  type PlanFieldValue,
  planYearsProblem,
  type WholeClassInstrument,
  isDay,
} from '@tracker/domain';
import type { PlanFieldReading } from '@tracker/contract';
import { inexactDayInWords, kindOf } from './field-words';

/** What an editor holds, as typed. */
export type Typed = string | string[] | MinutesRow[] | InstrumentRow[];

export interface MinutesRow {
  stage: string;
  minutes: string;
  qualifier: MinutesPerWeek['qualifier'];
}

export interface InstrumentRow {
  years: string[];
  instrument: string;
  provider: string;
}

export const NEW_MINUTES: MinutesRow = { stage: '', minutes: '', qualifier: 'exact' };
export const NEW_INSTRUMENT: InstrumentRow = { years: [], instrument: '', provider: '' };

const asRow = (one: WholeClassInstrument): InstrumentRow => ({
  years: one.years,
  instrument: one.instrument ?? '',
  provider: one.provider ?? '',
});

/** A value as its editor begins with it. */
export function typedOf(
  { field }: Pick<PlanFieldReading, 'field'>,
  value: PlanFieldValue | null,
): Typed {
  const kind = kindOf(field);
  if (kind === 'minutes') {
    const rows = (value ?? []) as MinutesPerWeek[];
    return rows.length > 0
      ? rows.map((row) => ({ ...row, minutes: String(row.minutes) }))
      : [NEW_MINUTES];
  }
  if (kind === 'instruments') {
    const rows = (value ?? []) as WholeClassInstrument[];
    return rows.length > 0 ? rows.map(asRow) : [NEW_INSTRUMENT];
  }
  if (kind === 'lines') return ((value ?? []) as string[]).join('\n');
  if (kind === 'texts' || kind === 'ticks' || kind === 'years') return (value ?? []) as string[];
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return kind === 'day' ? inexactDayInWords(String(value)) : String(value);
}

/** The value of what was typed, or what is wrong with it in a sentence. */
type ReadValue = { value: PlanFieldValue } | { problem: string };

/** @returns minutes with one decimal; null for what is no number of minutes */
function minutesOf(text: string): number | null {
  const typed = text.trim().replace(',', '.');
  const minutes = Number(typed);
  return typed !== '' && Number.isFinite(minutes) ? minutes : null;
}

function dayOf(typed: string): string | null {
  const text = typed.trim();
  if (/^20\d{2}-(0[1-9]|1[0-2])$/.test(text) || isDay(text)) return text;
  const days = findDays(text);
  return days.length === 1 ? (days[0]?.day ?? null) : null;
}

function readMinutes(rows: readonly MinutesRow[]): ReadValue {
  const filled = rows.filter(({ stage, minutes }) => stage !== '' || minutes.trim() !== '');
  const value: MinutesPerWeek[] = [];
  for (const { stage, minutes: typed, qualifier } of filled) {
    const minutes = minutesOf(typed);
    if (stage === '') return { problem: 'Choose a key stage or year for each row.' };
    if (minutes === null) return { problem: 'Give the minutes a week as a number, such as 60.' };
    value.push({ stage, minutes, qualifier });
  }
  return { value };
}

/** Reads what was typed for a field; nothing typed is an empty value, which states nothing. */
export function readTyped(
  { field }: Pick<PlanFieldReading, 'field'>,
  typed: Typed,
  today: string,
): ReadValue {
  const read = valueOf(field, typed, today);
  if ('problem' in read || field === 'academicYears' || isEmpty(read.value)) return read;
  const { value, problem } = checkFactValue(field, read.value);
  return problem === null ? { value } : { problem };
}

/** Whether a value states nothing. */
export const isEmpty = (value: PlanFieldValue): boolean =>
  value === '' || (Array.isArray(value) && value.length === 0);

function valueOf(field: PlanField, typed: Typed, today: string): ReadValue {
  const kind = kindOf(field);
  if (kind === 'minutes') return readMinutes(typed as MinutesRow[]);
  if (kind === 'instruments') {
    const rows = (typed as InstrumentRow[]).map(({ years, instrument, provider }) => ({
      years,
      instrument: instrument.trim() || null,
      provider: provider.trim() || null,
    }));
    return {
      value: rows.filter((row) => row.years.length > 0 || row.instrument || row.provider),
    };
  }
  if (kind === 'years') {
    const years = [...(typed as string[])].sort();
    const problem = planYearsProblem(years, today);
    return problem === null ? { value: years } : { problem };
  }
  if (Array.isArray(typed)) {
    return { value: [...new Set((typed as string[]).map((one) => one.trim()).filter(Boolean))] };
  }
  const text = typed.trim();
  if (kind === 'lines') {
    return {
      value: [
        ...new Set(
          text
            .split('\n')
            .map((line) => line.trim())
            .filter(Boolean),
        ),
      ],
    };
  }
  if (text === '') return { value: '' };
  if (kind === 'yes_no') return { value: text === 'yes' };
  if (kind === 'number') {
    const minutes = minutesOf(text);
    return minutes === null
      ? { problem: 'Give minutes as a number, such as 50.' }
      : { value: minutes };
  }
  if (kind === 'day') {
    const day = dayOf(text);
    return day === null
      ? { problem: 'Give a day or a month, such as 26/8/2024 or September 2024.' }
      : { value: day };
  }
  return { value: text };
}
