import { useCallback } from 'react';
import { useLocation, useNavigate } from 'react-admin';
import { isAcademicYear, isDay } from '@tracker/domain';
import { BREAKDOWNS, type ProgressAddress, progressPath } from './paths';

/** What the address asks for; what cannot be read is left out. */
export function useProgressAddress() {
  const { search } = useLocation();
  const navigate = useNavigate();
  const query = new URLSearchParams(search);
  const [year, day] = [query.get('year'), query.get('day')];
  const address: ProgressAddress = {
    academicYear: isAcademicYear(year) ? year : undefined,
    regionId: query.get('region') ?? undefined,
    asOf: isDay(day) ? day : undefined,
    by: BREAKDOWNS.find((one) => one === query.get('by')),
  };
  const goTo = useCallback(
    (next: ProgressAddress) => navigate(progressPath(next), { replace: true }),
    [navigate],
  );
  return { address, turnTo: (change: ProgressAddress) => goTo({ ...address, ...change }) };
}
