import type { AcademicYear } from '../../academic-year';
import { roomInHalfTerm } from '../coverage';
import { modelOf } from '../model';
import type { PlanProblem } from '../problem';
import type { PlanYear } from '../school-year';
import type { CycleHalfTerm } from './cycle-problem';

/** The half terms of a plan's year that are still to come, with room as if nothing were booked. */
export const halfTermsToCome = (problem: PlanProblem): CycleHalfTerm[] =>
  halfTermsWithRoom({ ...problem, booked: [], locked: [] });

/** Those of a later year, in which nothing is held or booked; who is away then is not known yet. */
export function halfTermsOfLaterYear(
  problem: PlanProblem,
  year: AcademicYear,
  { schoolDays, halfTerms }: Pick<PlanYear, 'schoolDays' | 'halfTerms'>,
): CycleHalfTerm[] {
  const [first, last] = [schoolDays[0], schoolDays.at(-1)];
  if (!first || !last) return [];
  return halfTermsWithRoom({
    ...{ ...problem, year, schoolDays, halfTerms, horizon: { from: first, to: last } },
    ...{ held: [], booked: [], locked: [] },
    visitors: problem.visitors.map((visitor) => ({ ...visitor, away: [] })),
  });
}

function halfTermsWithRoom(problem: PlanProblem): CycleHalfTerm[] {
  const model = modelOf({ ...problem, schools: [] });
  return problem.halfTerms.flatMap(({ from, to }, t) =>
    t < model.firstHalfTerm
      ? []
      : [
          {
            ...{ from, to, year: problem.year, number: t + 1 },
            room: problem.visitors.map((_, visitor) => roomInHalfTerm(model, visitor, t)),
          },
        ],
  );
}
