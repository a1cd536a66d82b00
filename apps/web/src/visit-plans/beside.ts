import type { VisitPlan, VisitPlanFiguresOnRecord } from '@tracker/contract';
import { formatDay, type VisitPlanSettings } from '@tracker/domain';

/** A figure of two plans beside each other, in words. */
export interface Beside {
  label: string;
  here: string;
  there: string;
}

const number = (value: number) => value.toLocaleString('en-GB');

const LABELLED: [label: string, of: (figures: VisitPlanFiguresOnRecord) => string][] = [
  ['Visits proposed', ({ visits }) => number(visits)],
  ['Visits in the year', ({ total }) => number(total)],
  ['Left out, not visited in three years', ({ waiting, placed }) => number(waiting[1] - placed[1])],
  ['Left out, due this year', ({ waiting, placed }) => number(waiting[2] - placed[2])],
  ['Half terms late, weighted by need', ({ late }) => number(Math.round(late * 10) / 10)],
  ['Schools visited late', ({ lateSchools }) => number(lateSchools)],
  ['Kilometres', ({ km }) => number(Math.round(km))],
  ['Days out', ({ days }) => number(days)],
  ['Room of the teams', ({ room }) => number(room)],
];

/** The figures of two plans, row by row; none before both are made. */
export function besideEachOther(
  here: Pick<VisitPlan, 'figures'>,
  there: Pick<VisitPlan, 'figures'>,
): Beside[] {
  const { figures } = here;
  const others = there.figures;
  if (!figures || !others) return [];
  return LABELLED.map(([label, of]) => ({ label, here: of(figures), there: of(others) }));
}

interface Names {
  visitor: (id: string) => string;
  region: (id: string) => string;
}

/** What a plan supposes: `without Bethan from Mon 4 Jan 2027`, `one visit a day at most`. */
export function supposedInWords(settings: VisitPlanSettings, names: Names): string[] {
  const { wanted, cancelShare, without, perDay, regionIds, windows, notice } = settings;
  const list = new Intl.ListFormat('en-GB');
  const supposed = [
    wanted !== undefined && `${number(wanted)} visits in the year`,
    cancelShare !== undefined && `${Math.round(cancelShare * 100)}% of bookings fall through`,
    without &&
      `without ${list.format(without.visitorIds.map(names.visitor))} from ${formatDay(without.from)}`,
    perDay !== undefined && `${perDay === 1 ? 'one visit' : `${perDay} visits`} a day at most`,
    regionIds && `${list.format(regionIds.map(names.region))} alone`,
    notice !== undefined && `${notice} days of notice`,
    ...(windows ?? []).map(
      ({ words, from, to, phases }) =>
        `no visits from ${formatDay(from)} to ${formatDay(to)}${phases ? ` (${list.format(phases)})` : ''}: ${words}`,
    ),
  ];
  return supposed.filter((words) => typeof words === 'string');
}
