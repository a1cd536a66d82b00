import type { BestDay } from '@tracker/contract';
import {
  academicYearOf,
  addAcademicYears,
  addDays,
  type Day,
  daysBetween,
  FEWEST_OFFERED,
  halfTermOn,
  MOST_OFFERED,
  type OfferedDay,
  type PlanLine,
  type PlanProblem,
  PlanView,
  ruleSentence,
  weekday,
} from '@tracker/domain';
import { getHubSettings, type PlanReading, readPlanProblem } from '@tracker/data';
import type { EntityManager } from 'typeorm';
import { ANY_NUMBER, daysOf, knownLines } from '../planning/best-days.service';
import { LINES_OF_YEAR } from '../planning/planning.queries';

interface YearAsked {
  today: Day;
  /** The first day offered; left out, today and the hub's notice. */
  from?: Day | undefined;
}

/** What is spoken for in an academic year, and what is left to offer. */
export class OfferBook {
  private problem: PlanProblem;
  private readonly lines: readonly PlanLine[];

  constructor(
    private readonly reading: PlanReading,
    lines: readonly PlanLine[],
  ) {
    this.problem = reading.problem;
    this.lines = knownLines(reading.problem, lines);
  }

  /** The year of the first day offered, as the transaction finds it. */
  static async read(manager: EntityManager, { today, from }: YearAsked): Promise<OfferBook> {
    const { planning } = await getHubSettings(manager);
    const notice = from === undefined ? planning.noticeDays : Math.max(1, daysBetween(today, from));
    const settings = { wanted: ANY_NUMBER, cancelShare: 0, notice };
    const of = async (academicYear: string) => ({
      reading: await readPlanProblem(manager, { academicYear, today, settings }),
      lines: await LINES_OF_YEAR.rows(manager, academicYear),
    });
    const year = academicYearOf(from ?? addDays(today, notice));
    const first = await of(year);
    const { horizon } = first.reading.problem;
    const isOver = horizon.from > horizon.to;
    const { reading, lines } = isOver ? await of(addAcademicYears(year, 1)) : first;
    return new OfferBook(reading, lines);
  }

  /** Days to offer a school, the best first; its line's own is the first of them. */
  days(urn: number, span?: { from: Day; to: Day }): BestDay[] {
    const problem = this.problemOf(urn);
    const { horizon } = problem;
    const line = this.lines.find((one) => one.urn === urn);
    const wanted = span ?? halfTermOf(problem, line?.date);
    const within = wanted && {
      from: wanted.from > horizon.from ? wanted.from : horizon.from,
      to: wanted.to < horizon.to ? wanted.to : horizon.to,
    };
    const others = this.lines.filter((one) => one.urn !== urn);
    const find = (of: PlanProblem) =>
      daysOf({ reading: { ...this.reading, problem: of }, lines: others, urn });
    const near = within ? find({ ...problem, horizon: within }) : [];
    const days =
      near.length >= MOST_OFFERED ? near : [...near, ...withoutThese(find(problem), near)];
    const [own] =
      line && line.date >= horizon.from
        ? find({ ...problem, horizon: { from: line.date, to: line.date } })
        : [];
    return own ? [own, ...withoutThese(days, [own])] : days;
  }

  /** Three of the days where there are so many, fewer than two are none: the best, and the best on other weekdays. */
  static chosen(days: readonly BestDay[]): BestDay[] {
    const chosen: BestDay[] = [];
    const take = (all: readonly BestDay[]) => {
      for (const day of all)
        if (chosen.length < MOST_OFFERED && !chosen.includes(day)) chosen.push(day);
    };
    const firstOfWeekday = ({ date }: BestDay, i: number) =>
      days.findIndex((other) => weekday(other.date) === weekday(date)) === i;
    take(days.filter(firstOfWeekday));
    take(days);
    return chosen.length < FEWEST_OFFERED ? [] : chosen;
  }

  /** What speaks against days, a sentence each by its field. */
  faults(urn: number, days: readonly OfferedDay[]): { field: string; message: string }[] {
    const problem = this.problemOf(urn);
    const others = this.lines.filter((one) => one.urn !== urn);
    const view = new PlanView(problem, others);
    const school = view.schools.get(urn);
    if (!school) {
      return [{ field: 'schoolId', message: 'The school is in no region, or out of scope.' }];
    }
    const schoolDays = new Set(problem.schoolDays);
    return days.flatMap(({ date, visitorId }, n) => {
      const line = { urn, date, visitorId };
      const field = `days.${n}.date`;
      if (!view.visitors.has(visitorId)) {
        const message = 'They look after no region, so they make no visits.';
        return [{ field: `days.${n}.visitorId`, message }];
      }
      const key = schoolDays.has(date) ? (view.forbids(line) ?? view.exceeds(line)) : 'day';
      return key === null ? [] : [{ field, message: ruleSentence(key) }];
    });
  }

  /** From here on the days are spoken for. */
  keep(urn: number, days: readonly OfferedDay[]): void {
    const line = this.lines.find((one) => one.urn === urn);
    const isLine = ({ date, visitorId }: OfferedDay) =>
      line?.date === date && line.visitorId === visitorId;
    const [first, ...rest] = days.filter((day) => !isLine(day));
    if (!first) return;
    const { kept = [], booked } = this.problem;
    // The first stands for the visit that comes of them, where no line of the plan does.
    this.problem = line
      ? { ...this.problem, kept: [...kept, first, ...rest] }
      : {
          ...this.problem,
          booked: [...booked, { urn: -urn, ...first, status: 'offered' }],
          kept: [...kept, ...rest],
        };
  }

  /** A visit that the school has already is not in its own way: that one is moved. */
  private problemOf(urn: number): PlanProblem {
    const booked = this.problem.booked.filter((visit) => visit.urn !== urn);
    return { ...this.problem, booked };
  }
}

function halfTermOf(problem: PlanProblem, day: Day | undefined) {
  if (day === undefined) return undefined;
  return problem.halfTerms[halfTermOn(problem, day)];
}

const withoutThese = (days: readonly BestDay[], these: readonly BestDay[]): BestDay[] =>
  days.filter(({ date }) => !these.some((one) => one.date === date));
