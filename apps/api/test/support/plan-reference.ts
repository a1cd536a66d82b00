import { fsmBandOf, keyStagesOfPhase, type KeyStage, type PlanValue } from '@tracker/domain';
import type { SchoolEntity } from '@tracker/data';

/** A school of a made-up hub. */
export interface Planned {
  school: SchoolEntity;
  predecessors: readonly Planned[];
  /** What is counted of its own plan, by academic year. */
  values: Map<string, readonly PlanValue[]>;
}

export interface Group {
  regionId?: string | undefined;
  phase?: string;
  fsmBand?: string;
}

export interface Expected {
  /** In scope. */
  schools: number;
  /** Ids of those with a plan. */
  confirmed: string[];
  /** Ids of the schools that a fact, as it is written in an address, holds of. */
  idsOf: (fact: string) => string[];
  medianOf: (part: string) => number | null;
  planOf: (id: string) => { from: SchoolEntity; values: readonly PlanValue[] };
  /** Each that any plan says. */
  facts: () => Set<string>;
}

/** The slow and obvious way: every school is looked at for every number. */
export function planReference(
  all: readonly Planned[],
  { regionId, phase, fsmBand }: Group,
  year: string,
  also: (school: SchoolEntity) => boolean = () => true,
): Expected {
  const here = all.filter(
    ({ school }) =>
      school.inScope &&
      (regionId === undefined || school.regionId === regionId) &&
      (phase === undefined || school.phase === phase) &&
      (fsmBand === undefined || fsmBandOf(school.fsmPercent) === fsmBand) &&
      also(school),
  );
  const withPlan = here.flatMap((one) => {
    const from = planInForce(one, year);
    return from ? [{ school: one.school, from: from.school, values: from.values.get(year)! }] : [];
  });
  const stagesOf = ({ school }: { school: SchoolEntity }): readonly KeyStage[] =>
    keyStagesOfPhase(school.phase);
  return {
    schools: here.length,
    confirmed: withPlan.map(({ school }) => school.id).sort(),
    idsOf: (fact) => {
      const [field, part, ...rest] = fact.split(':');
      const value = rest.join(':');
      const isKeyStage = (field === 'hour' || field === 'minutesPerWeek') && part !== '*';
      return withPlan
        .filter((one) => {
          const said = one.values.filter(
            (each) => each.field === field && (part === '*' || each.part === part),
          );
          if (value !== 'not_stated') {
            return said.some((each) => value === '*' || each.value === value);
          }
          const isAsked = !isKeyStage || stagesOf(one).some((stage) => stage === part);
          return isAsked && said.length === 0;
        })
        .map(({ school }) => school.id)
        .sort();
    },
    medianOf: (part) => {
      const numbers = withPlan
        .flatMap(({ values }) => values)
        .filter((each) => each.field === 'minutesPerWeek' && each.part === part)
        .map(({ number }) => number ?? 0)
        .sort((a, b) => a - b);
      const middle = numbers.length / 2;
      const [low, high] = [numbers[Math.ceil(middle) - 1], numbers[Math.floor(middle)]];
      return low === undefined || high === undefined
        ? null
        : Math.round(((low + high) / 2) * 10 + 1e-9) / 10;
    },
    planOf: (id) => withPlan.find(({ school }) => school.id === id)!,
    facts: () =>
      new Set(
        withPlan.flatMap(({ values }) =>
          values.map(({ field, part, value }) => `${field}:${part}:${value}`),
        ),
      ),
  };
}

/** Its own, else that of the one school before it, and so on. */
function planInForce(one: Planned, year: string): Planned | null {
  if (one.values.has(year)) return one;
  const [before, ...others] = one.predecessors;
  return before && others.length === 0 ? planInForce(before, year) : null;
}
