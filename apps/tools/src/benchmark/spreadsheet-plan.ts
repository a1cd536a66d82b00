import {
  brokenRules,
  fixedUrns,
  placesWanted,
  schoolForbids,
  visitorForbids,
  type PlanLine,
  type PlanProblem,
} from '@tracker/domain';

/**
 * How a hub plans with a spreadsheet, as a baseline: never visited first, then by the day due; the next free day of
 * whoever has the fewest visits; one school a day.
 */
export function spreadsheetPlan(problem: PlanProblem): PlanLine[] {
  const fixed = fixedUrns(problem);
  const dueOn = ({ dueOn: day }: { dueOn: string | null }) => day ?? '';
  const waiting = problem.schools
    .filter(({ urn }) => !fixed.has(urn))
    .sort((a, b) => (dueOn(a) < dueOn(b) ? -1 : dueOn(a) > dueOn(b) ? 1 : a.urn - b.urn));
  const agreed = [...problem.held, ...problem.booked];
  const taken = new Set(agreed.map(({ date, visitorId }) => `${date} ${visitorId}`));
  const visits = new Map(problem.visitors.map(({ id }) => [id, 0]));
  const plan: PlanLine[] = [];
  for (const school of waiting) {
    if (plan.length >= placesWanted(problem)) break;
    const line = firstFreeDay(problem, plan, taken, (date) =>
      schoolForbids(problem, school, date) === null
        ? problem.visitors
            .filter(
              (visitor) =>
                visitor.regionIds.includes(school.regionId) &&
                visitorForbids(visitor, date) === null,
            )
            .sort((a, b) => visits.get(a.id)! - visits.get(b.id)!)
            .map(({ id }) => ({ urn: school.urn, date, visitorId: id }))
        : [],
    );
    if (!line) continue;
    plan.push(line);
    taken.add(`${line.date} ${line.visitorId}`);
    visits.set(line.visitorId, visits.get(line.visitorId)! + 1);
  }
  return plan;
}

function firstFreeDay(
  problem: PlanProblem,
  plan: readonly PlanLine[],
  taken: ReadonlySet<string>,
  linesOn: (date: string) => PlanLine[],
): PlanLine | null {
  for (const date of problem.schoolDays) {
    for (const line of linesOn(date)) {
      if (taken.has(`${date} ${line.visitorId}`)) continue;
      const own = plan.filter(({ visitorId }) => visitorId === line.visitorId);
      if (brokenRules({ ...problem, wanted: Infinity }, [...own, line]).length === 0) return line;
    }
  }
  return null;
}
