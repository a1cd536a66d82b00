import { useQuery } from '@tanstack/react-query';
import { academicYearOf, addAcademicYears, addDays } from '@tracker/domain';

import { call } from '../../providers/call';

const WEEK = 7;

/** Where the year stands today and stood a week ago; the latter may be missing without harm. */
export function useBoard(today: string) {
  const academicYear = academicYearOf(today);
  const now = useQuery({
    queryKey: ['progress', { academicYear }],
    queryFn: ({ signal }) => call('GET /api/progress', { query: { academicYear }, signal }),
  });
  const before = addDays(today, -WEEK);
  const weekAgo = useQuery({
    queryKey: ['progress', { academicYear, asOf: before }],
    queryFn: ({ signal }) =>
      call('GET /api/progress', { query: { academicYear, asOf: before }, signal }),
  });
  return { now, weekAgo };
}

const schoolNeeds = (academicYear: string, signal: AbortSignal) =>
  call('GET /api/school-needs', { query: { academicYear }, signal });

/** What schools need in this academic year; early in it, when too few have told, in the one before. */
export function useSchoolNeeds(today: string) {
  const thisYear = academicYearOf(today);
  const latest = useQuery({
    queryKey: ['school-needs', thisYear],
    queryFn: ({ signal }) => schoolNeeds(thisYear, signal),
  });
  const lastYear = addAcademicYears(thisYear, -1);
  const before = useQuery({
    queryKey: ['school-needs', lastYear],
    queryFn: ({ signal }) => schoolNeeds(lastYear, signal),
    enabled: latest.data?.tooFew === true,
  });
  if (latest.data?.tooFew !== true) return latest;
  return before.data?.tooFew === false ? before : latest;
}
