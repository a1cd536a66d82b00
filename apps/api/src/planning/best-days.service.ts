import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { BestDay, BestDays } from '@tracker/contract';
import {
  academicYearOf,
  addAcademicYears,
  addDays,
  bestDays,
  type Day,
  daysBetween,
  fixedUrns,
  type BestDay as FoundDay,
  leftOutOf,
  oneDecimal,
  type PlanLine,
  type PlanProblem,
  PlanView,
} from '@tracker/domain';
import { getHubSettings, type PlanReading, readPlanProblem } from '@tracker/data';
import { Clock } from '@tracker/work';
import type { DataSource, EntityManager } from 'typeorm';
import { notFound } from '../http/problem';
import type { BestDaysQueryDto } from './planning.dto';
import { LINES_OF_YEAR, PLACE_OF_SCHOOL, REGIONS_OF_TEAM } from './planning.queries';

/** More than any hub wants: whether there is room in the target is not asked of one school. */
export const ANY_NUMBER = 100_000;

interface DaysAsked {
  schoolId: string;
  /** The first day offered; left out, today and the hub's notice. */
  from?: Day | undefined;
  /** A visitor whose regions are wanted too. */
  besideVisitorId?: string | null;
}

/** What the planner knows around one school. */
export interface RegionAtHand {
  reading: PlanReading;
  /** The plan's lines. */
  lines: readonly PlanLine[];
  urn: number;
}

/** The planner's days for one school. */
@Injectable()
export class BestDaysService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @throws 404 */
  async of(schoolId: string, { from, visitorId }: BestDaysQueryDto): Promise<BestDays> {
    const { reading, lines, urn } = await this.read({ schoolId, from });
    const problem = visitorId ? withVisitor(reading.problem, visitorId) : reading.problem;
    // The day that it is planned for is one of them.
    const others = lines.filter((line) => line.urn !== urn);
    const known = visitorId ? others.filter((line) => line.visitorId === visitorId) : others;
    const days = daysOf({ reading: { ...reading, problem }, lines: known, urn });
    const why = days.length > 0 ? null : whyNone(problem, urn);
    return { days, why, assumed: reading.areDaysAssumed };
  }

  /** What the year of the first day offered knows of the school's team. @throws 404 */
  async read(
    { schoolId, from, besideVisitorId = null }: DaysAsked,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<RegionAtHand> {
    const today = this.clock.today();
    const school = await PLACE_OF_SCHOOL.row(manager, schoolId);
    if (!school) throw notFound('the school');
    const { planning } = await getHubSettings(manager);
    const tomorrow = addDays(today, 1);
    const first =
      from === undefined ? addDays(today, planning.noticeDays) : from > tomorrow ? from : tomorrow;
    const regions = await REGIONS_OF_TEAM.rows(manager, school.regionId, besideVisitorId);
    const settings = {
      ...{ wanted: ANY_NUMBER, cancelShare: 0, notice: daysBetween(today, first) },
      regionIds: regions.map(({ id }) => id),
    };
    const of = (academicYear: string) =>
      readPlanProblem(manager, { academicYear, today, settings, ownSchoolId: schoolId });
    const reading = await of(academicYearOf(first));
    const { horizon, year } = reading.problem;
    const isOver = horizon.from > horizon.to;
    const open = isOver ? await of(addAcademicYears(year, 1)) : reading;
    const lines = await LINES_OF_YEAR.rows(manager, open.problem.year);
    return { reading: open, lines: knownLines(open.problem, lines), urn: school.urn };
  }
}

/** Without those of schools and visitors that are not at hand, and of schools that are agreed. */
export function knownLines(problem: PlanProblem, lines: readonly PlanLine[]): PlanLine[] {
  const agreed = fixedUrns(problem);
  const schools = new Set(problem.schools.map(({ urn }) => urn).filter((urn) => !agreed.has(urn)));
  const visitors = new Set(problem.visitors.map(({ id }) => id));
  return lines.filter(({ urn, visitorId }) => schools.has(urn) && visitors.has(visitorId));
}

/** With one visitor alone, who keeps all that they have on. */
const withVisitor = (problem: PlanProblem, visitorId: string): PlanProblem => ({
  ...problem,
  visitors: problem.visitors.filter(({ id }) => id === visitorId),
});

/** The ten best days of a school, with names. */
export function daysOf({ reading, lines, urn }: RegionAtHand): BestDay[] {
  const { problem } = reading;
  const view = new PlanView(problem, lines);
  return bestDays(problem, lines, urn, view).map((day) => namedDay(view, reading, urn, day));
}

function namedDay(view: PlanView, reading: PlanReading, urn: number, found: FoundDay): BestDay {
  const { date, visitorId, withUrns, kmMore, halfTermsLate } = found;
  return {
    ...{ date, visitorId, halfTermsLate, kmMore: oneDecimal(kmMore) },
    visitorName: view.visitors.get(visitorId)?.name ?? '',
    with: withUrns.flatMap((other) => {
      const schoolId = reading.schoolIds.get(other);
      const name = view.schools.get(other)?.name;
      if (schoolId === undefined || name === undefined) return [];
      return [{ schoolId, name, km: oneDecimal(view.kmBetween(urn, other)) }];
    }),
  };
}

/** Why a school has no day; null where no rule says so. */
function whyNone(problem: PlanProblem, urn: number): string | null {
  const school = problem.schools.find((one) => one.urn === urn);
  if (!school) return 'The school is in no region, or out of scope.';
  const others = ({ urn: other }: { urn: number }) => other !== urn;
  const alone: PlanProblem = {
    ...problem,
    schools: problem.schools.map((one) => (one === school ? { ...one, band: 1 } : one)),
    ...{ held: problem.held.filter(others), booked: problem.booked.filter(others) },
  };
  const reason = leftOutOf(alone, []).find((one) => one.urn === urn);
  const isOfTheSchool = reason && reason.key !== 'room' && reason.key !== 'wanted';
  return isOfTheSchool ? reason.sentence : null;
}
