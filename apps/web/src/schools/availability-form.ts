import type { SaveSchoolAvailability, SchoolAvailabilityOnRecord } from '@tracker/contract';
import { spanInWords, type UnavailableDays } from '@tracker/domain';
import { rowsAsText, rowsFromText, rowsInWords } from '../conflicts/rows-as-text';
import { weekdaysInWords } from '../fields/weekdays';

/** As a form holds it. */
export type AvailabilityForm = Required<
  Omit<SaveSchoolAvailability, 'version' | 'note'> & { note: string }
>;

export const formOf = (of: SchoolAvailabilityOnRecord): AvailabilityForm => ({
  neverWeekdays: of.neverWeekdays,
  wishedWeekdays: of.wishedWeekdays,
  unavailable: of.unavailable,
  note: of.note ?? '',
});

export const savedOf = (form: AvailabilityForm): Omit<SaveSchoolAvailability, 'version'> => ({
  neverWeekdays: form.neverWeekdays ?? [],
  wishedWeekdays: form.wishedWeekdays ?? [],
  unavailable: (form.unavailable ?? []).map(({ from, to, why }) => ({
    ...{ from: from ?? '', to: to || from || '', why: why ?? '' },
  })),
  note: (form.note ?? '').trim() || null,
});

/** Days one by one could lie across each other, so two people choose between two whole lists. */
export const flat = (saved: Omit<SaveSchoolAvailability, 'version'>) => ({
  ...saved,
  unavailable: rowsAsText(saved.unavailable),
});

export const unflat = ({
  unavailable,
  ...rest
}: ReturnType<typeof flat>): Omit<SaveSchoolAvailability, 'version'> => ({
  ...rest,
  unavailable: rowsFromText<UnavailableDays>(unavailable),
});

/** `Mon 3 Feb 2025 to Fri 7 Feb 2025: Residential`. */
export const daysWithReason = (days: UnavailableDays): string =>
  days.why.trim() === '' ? spanInWords(days) : `${spanInWords(days)}: ${days.why}`;

const asWeekdays = (value: unknown) => weekdaysInWords(value as number[]) ?? 'None';

/** How the fields are called when somebody has to choose between two versions. */
export const AVAILABILITY_FIELDS = [
  { name: 'neverWeekdays', label: 'Never on', inWords: asWeekdays },
  { name: 'wishedWeekdays', label: 'Would like', inWords: asWeekdays },
  { name: 'unavailable', label: 'Cannot', inWords: rowsInWords<UnavailableDays>(daysWithReason) },
  { name: 'note', label: 'Who said so', long: true },
];

/** No weekday may be in both. */
export const INSEPARABLE = [['neverWeekdays', 'wishedWeekdays']] as const;
