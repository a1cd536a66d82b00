import { useGetList } from 'react-admin';
import { academicYearOf, academicYearsBetween, addAcademicYears } from '@tracker/domain';
import type { Visit } from '@tracker/contract';
import { today } from '../providers/today';

/** Academic years worth asking about, the latest first: from the first visit on record to the next year. */
export function useYears(): string[] {
  const { data } = useGetList<Visit>('visits', {
    filter: { status: 'completed' },
    pagination: { page: 1, perPage: 1 },
    sort: { field: 'day', order: 'ASC' },
  });
  const thisYear = academicYearOf(today());
  const next = addAcademicYears(thisYear, 1);
  const first = data?.[0]?.academicYear ?? thisYear;
  const years = Math.max(2, academicYearsBetween(first, next) + 1);
  return Array.from({ length: years }, (_, back) => addAcademicYears(next, -back));
}
