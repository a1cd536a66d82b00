import { useLocation, useNavigate } from 'react-admin';
import { FSM_BANDS, type PlanFiguresQuery } from '@tracker/contract';
import { academicYearOf, isAcademicYear, PLAN_SPLITS } from '@tracker/domain';
import { today } from '../providers/today';

/** What the page shows, all of it in the address bar. */
export interface PlanFiguresAddress extends PlanFiguresQuery {
  academicYear: string;
}

/** Of what schools want to do next those texts that have no label. */
export const UNLABELLED = 'none';

/** Which texts are shown: those with this label, or `UNLABELLED`. The figures are of all. */
interface Labelled {
  tagId?: string | undefined;
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
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
  const label = query.get('label');
  const tagId = label !== null && (label === UNLABELLED || UUID.test(label)) ? label : undefined;
  const turnTo = (change: PlanFiguresQuery & Labelled) =>
    navigate(planFiguresPath({ ...asked, tagId, ...change }), { replace: true });
  return { asked, tagId, turnTo };
}

export function planFiguresPath(address: PlanFiguresAddress & Labelled): string {
  const { academicYear, regionId, phase, fsmBand, by, field, tagId } = address;
  const given = {
    ...{ year: academicYear, region: regionId, phase, meals: fsmBand },
    by: by === SPLIT.by ? undefined : by,
    of: field === SPLIT.field ? undefined : field,
    label: tagId,
  };
  const search = new URLSearchParams(
    Object.entries(given).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  ).toString();
  return search ? `${PATH}?${search}` : PATH;
}
