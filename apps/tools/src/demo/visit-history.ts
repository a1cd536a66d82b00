import {
  academicYearOf,
  addAcademicYears,
  addDays,
  addYears,
  daysBetween,
  type AcademicYear,
  type Day,
} from '@tracker/domain';
import type { Random } from './random';
import { openDaysOf, readinessOn } from './school-days';
import type { DemoSchool } from './schools';
import { withPredecessors, type VisitBook, type VisitRow } from './visit-book';

/** Share of the schools in scope that nobody has ever visited, and that were last visited too long ago. */
const NEVER = 0.06;
const LONG_AGO = 0.275;

/** A visit that took place: the school it counts for today and the school it was then. */
export interface PastVisit {
  school: DemoSchool;
  site: DemoSchool;
  visitedOn: Day;
  row: VisitRow;
}

/** How the schools divide: those that never had a visit, those of years ago, the rest. */
export interface Visited {
  never: DemoSchool[];
  longAgo: DemoSchool[];
  recently: DemoSchool[];
}

export function divideSchools(schools: readonly DemoSchool[], today: Day, random: Random): Visited {
  const since = addYears(today, -3);
  // A school that is new on its site cannot have been visited before it was there.
  const isNew = (school: DemoSchool) =>
    withPredecessors(school).every(({ row }) => row.openedOn !== null && row.openedOn > since);
  const old = random.shuffle(schools.filter((school) => !isNew(school)));
  const fresh = schools.filter(isNew);
  const never = [...fresh, ...old.splice(0, Math.round(schools.length * NEVER) - fresh.length)];
  const longAgo = old.splice(0, Math.round(schools.length * LONG_AGO));
  return { never, longAgo, recently: old };
}

/** The days of the visits of six academic years up to yesterday, 150 to 178 in a whole year. */
export function visitDays(today: Day, random: Random): Day[] {
  const current = academicYearOf(today);
  const years: AcademicYear[] = [-5, -4, -3, -2, -1, 0].map((back) =>
    addAcademicYears(current, back),
  );
  return years.flatMap((year) => {
    const open = openDaysOf(year);
    const gone = open.filter((day) => day < today);
    const count = Math.round((random.int(150, 178) * gone.length) / open.length);
    const weights = gone.map((day) => [day, readinessOn(day)] as const);
    return Array.from({ length: count }, () => random.weighted(weights)).sort();
  });
}

/**
 * Gives every day of the past its school: first each school that was visited at all gets one, then
 * those where more is wanted get more, so that the shares come out as `divideSchools` has them.
 */
export class HistoryTeller {
  private readonly daysOf = new Map<DemoSchool, Day[]>();
  private readonly visits: PastVisit[] = [];

  constructor(
    private readonly visited: Visited,
    private readonly book: VisitBook,
    private readonly today: Day,
    private readonly random: Random,
  ) {}

  tell(): PastVisit[] {
    const { longAgo, recently } = this.visited;
    const threeYearsAgo = addYears(this.today, -3);
    const days = this.random.shuffle(visitDays(this.today, this.random));
    const recent = days.filter((day) => day >= threeYearsAgo);
    const older = days.filter((day) => day < threeYearsAgo);
    this.give(recent, recently, recently, 30);
    this.give(older, longAgo, [...longAgo, ...recently], 150);
    const visits = this.visits.sort(
      (a, b) => a.visitedOn.localeCompare(b.visitedOn) || a.row.id.localeCompare(b.row.id),
    );
    for (const visit of visits) this.tellKind(visit);
    return visits;
  }

  /** One day for each of `first`, the days left to any of `more` that had no visit within `apart` days. */
  private give(days: readonly Day[], first: DemoSchool[], more: DemoSchool[], apart: number): void {
    const waiting = [...first];
    const weights = more.map((school) => [school, attention(school)] as const);
    for (const day of days) {
      const next = waiting.findIndex((school) => this.book.siteOn(school, day) !== null);
      if (next >= 0) {
        for (const school of waiting.splice(next, 1)) this.visit(school, day);
        continue;
      }
      for (let tries = 0; tries < 25; tries += 1) {
        const school = this.random.weighted(weights);
        const close = (this.daysOf.get(school) ?? []).some(
          (other) => Math.abs(daysBetween(other, day)) < apart,
        );
        if (close || this.book.siteOn(school, day) === null) continue;
        this.visit(school, day);
        break;
      }
    }
  }

  private visit(school: DemoSchool, day: Day): void {
    const site = this.book.siteOn(school, day);
    if (!site) return;
    const { random } = this;
    const row = this.book.arrange(site, day);
    row.status = 'completed';
    row.visitedOn = day;
    const yearsAgo = daysBetween(day, this.today) / 365;
    if (random.chance(yearsAgo > 4 ? 0.4 : yearsAgo > 3 ? 0.15 : 0))
      this.book.byFormerColleague(row);
    // Some visits were moved and some were made in passing and written down afterwards.
    if (random.chance(0.04)) {
      row.scheduledOn = null;
      row.startTime = null;
    } else if (random.chance(0.07)) {
      row.scheduledOn = dayBefore(day, random.int(1, 12));
    }
    this.daysOf.set(school, [...(this.daysOf.get(school) ?? []), day]);
    this.visits.push({ school, site, visitedOn: day, row });
  }

  private tellKind({ school, visitedOn, row }: PastVisit): void {
    const before = (this.daysOf.get(school) ?? []).some((day) => {
      const days = daysBetween(day, visitedOn);
      return days > 0 && days <= 300;
    });
    if (before) row.kind = 'follow_up';
    else if (this.random.chance(0.03)) row.kind = 'other';
  }
}

/** So many open days earlier. */
function dayBefore(day: Day, openDays: number): Day {
  const year = academicYearOf(day);
  const open = [addAcademicYears(year, -1), year].flatMap(openDaysOf).filter((one) => one < day);
  return open[open.length - openDays] ?? addDays(day, -7);
}

/** Schools where much is wanted are visited more often. */
function attention({ row, plan }: DemoSchool): number {
  return 1 + (row.fsmPercent ?? 0) / 18 + (plan.setting === 'primary' ? 0 : 1);
}
