import { useLocation, useNavigate } from 'react-admin';
import { FSM_BANDS, type PlanFiguresQuery } from '@tracker/contract';
import { academicYearOf, isAcademicYear, PLAN_SPLITS } from '@tracker/domain';
import { today } from '../providers/today';

/** What the page shows, all of it in the address bar. */
export interface PlanFiguresAddress extends PlanFiguresQuery {
  academicYear: string;
}

const PATH = '/plan-figures';
const SPLIT = { by: 'region', field: 'hour:ks2' } as const;

/** What the address asks for; what cannot be read is left out. */
export function usePlanFiguresAddress() {
  const { search } = useLocation();
  const navigate = useNavigate();
  const query = new URLSearchParams(search);
  const year = query.get('year');
  const field = query.get('of');
  const asked: PlanFiguresAddress = {
    academicYear: isAcademicYear(year) ? year : academicYearOf(today()),
    regionId: query.get('region') ?? undefined,
    phase: query.get('phase') ?? undefined,
    fsmBand: FSM_BANDS.find((band) => band === query.get('meals')),
    by: PLAN_SPLITS.find((by) => by === query.get('by')) ?? SPLIT.by,
    field: field !== null && /^[a-zA-Z]+(:[a-z\d]*)?$/.test(field) ? field : SPLIT.field,
  };
  const turnTo = (change: PlanFiguresQuery) =>
    navigate(pathOf({ ...asked, ...change }), { replace: true });
  return { asked, turnTo };
}

function pathOf({ academicYear, regionId, phase, fsmBand, by, field }: PlanFiguresAddress): string {
  const given = {
    ...{ year: academicYear, region: regionId, phase, meals: fsmBand },
    by: by === SPLIT.by ? undefined : by,
    of: field === SPLIT.field ? undefined : field,
  };
  const search = new URLSearchParams(
    Object.entries(given).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  ).toString();
  return search ? `${PATH}?${search}` : PATH;
}
