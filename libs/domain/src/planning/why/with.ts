import type { PlanView } from '../view';
import { wayRound } from '../places';
import { halfTermOn, type PlanLine, type PlanSchool } from '../problem';

/** Kilometres of road within which a school counts as a neighbour. */
const NEARBY_KM = 10;

/** `1.2 km`, `18 km`. */
export const kmInWords = (km: number): string =>
  km < 10 ? `${Math.round(km * 10) / 10} km` : `${Math.round(km)} km`;

/** With whom the day is shared and what that saves, or why it is not shared. */
export function withSentence(context: PlanView, school: PlanSchool, line: PlanLine): string {
  const { problem, places } = context;
  const companions = context.companions(line);
  const [nearest] = [...companions].sort(
    (a, b) => context.kmBetween(a.urn, line.urn) - context.kmBetween(b.urn, line.urn),
  );
  if (nearest) {
    const name = context.schools.get(nearest.urn)!.name;
    const { base } = context.visitors.get(line.visitorId)!;
    const alone = wayRound(base, [places.get(line.urn)!], problem.roadFactor);
    const saved = alone - context.kmOf(line);
    const away = `${kmInWords(context.kmBetween(nearest.urn, line.urn))} away`;
    const saves = saved >= 0.05 ? `: saves ${kmInWords(saved)}` : '';
    return context.lines.has(nearest.urn)
      ? `On one day with ${name}, ${away}${saves}.`
      : `Beside the visit already booked at ${name}, ${away}${saves}.`;
  }
  const halfTerm = halfTermOn(problem, line.date);
  const team = new Set(context.teamOf(school).map(({ id }) => id));
  const neighbours = [...context.plan, ...problem.booked].filter(
    ({ urn, date, visitorId }) =>
      urn !== line.urn &&
      visitorId !== null &&
      team.has(visitorId) &&
      context.schools.has(urn) &&
      halfTermOn(problem, date) === halfTerm &&
      context.kmBetween(urn, line.urn) <= NEARBY_KM,
  );
  const visitor = context.visitors.get(line.visitorId)!;
  if (neighbours.length === 0) {
    return 'Alone: no school of its team within 10 km is visited that half term.';
  }
  if (visitor.perDay === 1) return `Alone: ${visitor.name} makes one visit a day.`;
  return 'Alone: the schools near it are visited on other days.';
}
