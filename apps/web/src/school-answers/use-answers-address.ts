import { useLocation, useNavigate } from 'react-admin';
import { FSM_BANDS, type SurveySummaryQuery } from '@tracker/contract';
import { isAcademicYear } from '@tracker/domain';
import { answersPath } from './paths';

/** What the address asks for; what cannot be read is left out. */
export function useAnswersAddress() {
  const { search } = useLocation();
  const navigate = useNavigate();
  const query = new URLSearchParams(search);
  const [year, other] = [query.get('year'), query.get('with')];
  const asked: SurveySummaryQuery = {
    academicYear: isAcademicYear(year) ? year : undefined,
    compareWith: isAcademicYear(other) ? other : undefined,
    regionId: query.get('region') ?? undefined,
    phase: query.get('phase') ?? undefined,
    fsmBand: FSM_BANDS.find((band) => band === query.get('meals')),
    surveyId: query.get('survey') ?? undefined,
  };
  const turnTo = (change: SurveySummaryQuery) =>
    navigate(answersPath({ ...asked, ...change }), { replace: true });
  return { asked, turnTo };
}
