import type { VisitPlanLine } from '@tracker/contract';
import { mondayOf, type Day } from '@tracker/domain';
import type { LineState, PlanPage } from '../paths/visit-plan-paths';

/** A visitor's day with its schools: what one card shows. */
export interface PlanDayCard {
  key: string;
  date: Day;
  visitorId: string;
  visitorName: string;
  lines: VisitPlanLine[];
}

const IS: Record<LineState, (line: VisitPlanLine) => boolean> = {
  open: ({ status }) => status === 'proposed',
  stale: ({ status }) => status === 'stale',
  moved: ({ moved, status }) => moved !== null && status !== 'dropped',
  locked: ({ locked, status }) => locked && status !== 'dropped',
  accepted: ({ status }) => status === 'accepted',
  dropped: ({ status }) => status === 'dropped',
};

/** The lines of the regions, the visitor and the state asked for; what was left out by hand when it is. */
export function linesShown(
  lines: readonly VisitPlanLine[],
  { regionId, visitorId, state }: Pick<PlanPage, 'regionId' | 'visitorId' | 'state'>,
): VisitPlanLine[] {
  return lines.filter(
    (line) =>
      (regionId === '' || line.regionId === regionId) &&
      (visitorId === '' || line.visitorId === visitorId) &&
      (state === '' ? line.status !== 'dropped' : IS[state](line)),
  );
}

/** By which a visitor's day is known. */
export const dayKey = ({ date, visitorId }: Pick<VisitPlanLine, 'date' | 'visitorId'>): string =>
  `${date} ${visitorId}`;

/** One card for each visitor's day, by date and name. */
export function dayCards(lines: readonly VisitPlanLine[]): PlanDayCard[] {
  const cards = new Map<string, PlanDayCard>();
  for (const line of lines) {
    const { date, visitorId, visitorName } = line;
    const key = dayKey(line);
    const card = cards.get(key) ?? { key, date, visitorId, visitorName, lines: [] };
    card.lines.push(line);
    cards.set(key, card);
  }
  return [...cards.values()].sort(
    (a, b) => a.date.localeCompare(b.date) || a.visitorName.localeCompare(b.visitorName),
  );
}

/** A part of the year with how many of its lines are visits already. */
export interface PlanPart {
  /** The half term as a number, or the Monday of the week. */
  id: string;
  lines: number;
  accepted: number;
}

function partsBy(lines: readonly VisitPlanLine[], idOf: (line: VisitPlanLine) => string) {
  const parts = new Map<string, PlanPart>();
  for (const line of lines) {
    const id = idOf(line);
    const part = parts.get(id) ?? { id, lines: 0, accepted: 0 };
    part.lines += 1;
    if (line.status === 'accepted') part.accepted += 1;
    parts.set(id, part);
  }
  return parts;
}

/** Every half term of the year, those without a line too; last the holidays, where a line is in one. */
export function halfTermParts(lines: readonly VisitPlanLine[], halfTerms: number): PlanPart[] {
  const parts = partsBy(lines, ({ halfTerm }) => String(halfTerm));
  const ids = Array.from({ length: halfTerms }, (_, i) => String(i + 1));
  const all = ids.map((id) => parts.get(id) ?? { id, lines: 0, accepted: 0 });
  const inHoliday = parts.get('0');
  return inHoliday ? [...all, inHoliday] : all;
}

/** Every week that has a line. */
export const weekParts = (lines: readonly VisitPlanLine[]): PlanPart[] =>
  [...partsBy(lines, ({ date }) => mondayOf(date)).values()].sort((a, b) =>
    a.id.localeCompare(b.id),
  );

/** The part asked for, else the first in which something waits to be accepted, else the first with a line. */
export function partShown(parts: readonly PlanPart[], asked: string): string {
  const chosen =
    parts.find(({ id }) => id === asked) ??
    parts.find((part) => part.lines > part.accepted) ??
    parts.find((part) => part.lines > 0) ??
    parts[0];
  return chosen?.id ?? '';
}

/** What a visitor has in a plan. */
export interface VisitorPart {
  visitorId: string;
  visitorName: string;
  visits: number;
  days: number;
  /** Visits of each half term. */
  byHalfTerm: number[];
}

export function visitorParts(lines: readonly VisitPlanLine[], halfTerms: number): VisitorPart[] {
  const visitors = new Map<string, VisitorPart & { dates: Set<Day> }>();
  for (const { visitorId, visitorName, date, halfTerm } of lines) {
    const part = visitors.get(visitorId) ?? {
      ...{ visitorId, visitorName, visits: 0, days: 0, dates: new Set<Day>() },
      byHalfTerm: Array.from({ length: halfTerms }, () => 0),
    };
    part.visits += 1;
    part.dates.add(date);
    part.days = part.dates.size;
    if (halfTerm > 0) part.byHalfTerm[halfTerm - 1] = (part.byHalfTerm[halfTerm - 1] ?? 0) + 1;
    visitors.set(visitorId, part);
  }
  return [...visitors.values()]
    .map(({ dates: _, ...part }) => part)
    .sort((a, b) => a.visitorName.localeCompare(b.visitorName));
}

/** Lines that accepting makes visits of, or tells why not. */
export const isOpen = ({ status }: Pick<VisitPlanLine, 'status'>): boolean =>
  status === 'proposed' || status === 'stale';
