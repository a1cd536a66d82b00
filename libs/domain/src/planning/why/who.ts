import { weekday } from '../../day';
import type { PlanView } from '../view';
import { kmBetween } from '../places';
import type { PlanLine, PlanSchool } from '../problem';
import { visitorForbids } from '../rules';
import { weekdaysInWords } from './day';

/** Why this visitor and nobody else of the team. */
export function whoSentence(context: PlanView, school: PlanSchool, line: PlanLine): string {
  const { problem } = context;
  const visitor = context.visitors.get(line.visitorId)!;
  const team = context.teamOf(school);
  const region = problem.regions.find(({ id }) => id === school.regionId)?.name ?? '';
  if (team.length === 1) return `${visitor.name} alone visits ${region}.`;
  const place = context.places.get(school.urn)!;
  const far = (one: typeof visitor) => kmBetween(one.base, place, problem.roadFactor);
  const nearer = team.filter((one) => one !== visitor && far(one) < far(visitor));
  if (nearer.length === 0) return `${visitor.name} visits ${region} and starts nearest.`;
  for (const one of nearer) {
    const taken = context.inHalfTerm(one.id, line.date);
    if (taken >= one.perHalfTerm) {
      return `${one.name}’s places this half term are taken (${taken} of ${one.perHalfTerm}).`;
    }
    const forbids = visitorForbids(one, line.date);
    if (forbids === 'visitor-away') return `${one.name}, who starts nearer, is away.`;
    if (forbids === 'visitor-day') {
      const days = weekdaysInWords(weekday(line.date));
      return `${one.name}, who starts nearer, makes no visits on ${days}.`;
    }
  }
  return `${visitor.name} visits ${region}.`;
}
