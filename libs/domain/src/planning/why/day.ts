import { weekday } from '../../day';
import type { PlanView } from '../view';
import { halfTermOn, type PlanLine, type PlanSchool } from '../problem';

const WEEKDAYS = 'Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays'.split(' ');

export const weekdaysInWords = (day: number): string => WEEKDAYS[day - 1]!;

/** Why this day of the half term. */
export function daySentence(context: PlanView, school: PlanSchool, line: PlanLine): string {
  const { problem } = context;
  const onDay = weekday(line.date);
  if (school.prefersWeekdays.includes(onDay)) return `They asked for ${weekdaysInWords(onDay)}.`;
  const companions = context.companions(line);
  const group = [line, ...companions.filter(({ urn }) => context.lines.has(urn))];
  const halfTerm = halfTermOn(problem, line.date);
  const others = problem.schoolDays.filter(
    (date) =>
      date !== line.date &&
      halfTermOn(problem, date) === halfTerm &&
      group.every(({ urn, visitorId }) => {
        const there = { urn, date, visitorId };
        return context.forbids(there) === null && context.exceeds(there) === null;
      }),
  );
  if (others.length > 0) return 'The week had room.';
  return group.length > 1
    ? 'The only day left that both schools can.'
    : 'The only day left that the school can.';
}
