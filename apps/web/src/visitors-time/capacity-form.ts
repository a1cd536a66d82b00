import type { SaveVisitorCapacity, VisitorCapacityOnRecord } from '@tracker/contract';
import type { VisitorCapacity } from '@tracker/domain';
import { weekdaysInWords } from '../fields/weekdays';

/** What becomes of where somebody starts from. */
export type StartChoice = 'stays' | 'nowhere' | 'town' | 'school';

export interface CapacityForm extends VisitorCapacity {
  startsFrom: StartChoice;
  town: string;
  schoolId: string;
}

export const capacityOf = ({
  perDay,
  perWeek,
  perHalfTerm,
  weekdays,
}: VisitorCapacity): VisitorCapacity => ({ perDay, perWeek, perHalfTerm, weekdays });

export const formOf = (capacity: VisitorCapacityOnRecord): CapacityForm => ({
  ...capacityOf(capacity),
  startsFrom: capacity.startsFrom === null ? 'nowhere' : 'stays',
  ...{ town: '', schoolId: '' },
});

/** Left out where it stays as it is. */
export function startOf({
  startsFrom,
  town,
  schoolId,
}: Pick<CapacityForm, 'startsFrom' | 'town' | 'schoolId'>): Pick<
  SaveVisitorCapacity,
  'startsFrom'
> {
  if (startsFrom === 'town') return { startsFrom: { town: (town ?? '').trim() } };
  if (startsFrom === 'school') return { startsFrom: { schoolId } };
  return startsFrom === 'nowhere' ? { startsFrom: null } : {};
}

export const startChoices = (now: string | null): { id: StartChoice; name: string }[] => [
  ...(now === null ? [] : [{ id: 'stays' as const, name: now }]),
  { id: 'nowhere', name: 'Not recorded' },
  { id: 'town', name: now === null ? 'A town' : 'Another town' },
  { id: 'school', name: now === null ? 'A school' : 'Another school' },
];

const asWeekdays = (value: unknown) => weekdaysInWords(value as number[]) ?? 'No weekday';

/** How the fields are called when somebody has to choose between two versions. */
export const CAPACITY_FIELDS = [
  { name: 'perDay', label: 'Visits a day' },
  { name: 'perWeek', label: 'Visits a week' },
  { name: 'perHalfTerm', label: 'Visits a half term' },
  { name: 'weekdays', label: 'Weekdays', inWords: asWeekdays },
];

/** `2 a day, 2 a week, 3 a half term`. */
export const capacityInShort = ({ perDay, perWeek, perHalfTerm }: VisitorCapacity): string =>
  `${perDay} a day, ${perWeek} a week, ${perHalfTerm} a half term`;
