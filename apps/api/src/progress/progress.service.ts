import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Progress, RegionProgress, Target } from '@tracker/contract';
import {
  academicYearSpan,
  backlogDays,
  cycleSlack,
  dayReached,
  dayToReach,
  expectedAt,
  forecast,
  type SchoolCalendar,
  schoolYearPace,
  slackInWords,
  visitCycleOn,
  type VisitCycleSpan,
  weeklyRateNeeded,
} from '@tracker/domain';
import { Clock, getHubSettings, getSchoolCalendar, readClosedTypes } from '@tracker/server';
import type { DataSource, EntityManager } from 'typeorm';
import { notFound } from '../http/problem';
import { TargetsService } from '../targets/targets.service';
import { outcomesOf } from './progress-outcomes';
import {
  COUNT_DAYS,
  COUNT_OUTCOMES,
  COUNT_SCHOOLS,
  COUNT_VISITS,
  type Counted,
  type DayRow,
  type OutcomeRow,
  type SchoolFigures,
  type VisitFigures,
} from './progress.queries';
import { ProgressGroups } from './progress-groups';
import { ProgressLists } from './progress-lists';
import { notesOf } from './progress-notes';
import { type ProgressScope, readProgressQuery } from './progress-query';
import { seriesOf } from './progress-series';

/** What was read of the hub beside its schools and visits. */
interface Hub {
  calendar: SchoolCalendar;
  cycle: VisitCycleSpan;
  target: Target;
}

/** Where a year and its cycle stand, counted from the rows. */
@Injectable()
export class ProgressService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly targets: TargetsService,
    private readonly clock: Clock,
  ) {}

  /** @throws 400 naming what cannot be read; 404 for a region that is not on record */
  get(raw: Record<string, unknown>): Promise<Progress> {
    const scope = readProgressQuery(raw, this.clock.today());
    // One view of the rows for all statements: what one counts the others count.
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const { kindsNotCounting, firstCycleStartsIn } = await getHubSettings(manager);
      const { opensOn, closesOn } = academicYearSpan(scope.year);
      const cycle = visitCycleOn(opensOn, firstCycleStartsIn);
      const hub = {
        calendar: await getSchoolCalendar(manager),
        cycle,
        target: await this.targets.get(scope.year, manager),
      };
      const { asOf, today, regionId } = scope;
      const upTo = (last: string) => (last < asOf ? last : asOf);
      const counted: Counted = {
        // The backlog looks back even as of today.
        scopeDay: { day: asOf, today, closedTypes: await readClosedTypes(manager) },
        kindsNotCounting,
        regionId,
        year: { from: opensOn, to: upTo(closesOn) },
        cycle: { from: cycle.opensOn, to: upTo(cycle.closesOn) },
        backlogDays: backlogDays(scope.year, asOf),
      };
      return compose(scope, hub, {
        schools: await readSchools(manager, counted),
        visits: await COUNT_VISITS.rows(manager, counted),
        days: await COUNT_DAYS.rows(manager, counted, { opensOn, closesOn }),
        outcomes: await COUNT_OUTCOMES.rows(manager, counted),
      });
    });
  }
}

interface Read {
  schools: SchoolFigures;
  visits: VisitFigures[];
  days: DayRow[];
  outcomes: OutcomeRow[];
}

function compose(scope: ProgressScope, hub: Hub, read: Read): Progress {
  const { year, regionId, asOf, today } = scope;
  const { calendar, cycle } = hub;
  const whole = regionId ? { regionId } : {};
  const lists = new ProgressLists(scope, cycle);
  const groups = new ProgressGroups(lists, whole, {
    schools: read.schools.groups,
    visits: read.visits,
  });
  const all = groups.all();
  const { visits: target, surveys: surveysTarget } = aimOf(hub.target, regionId);
  const visits = all.visits.count;
  const now = { calendar, year, today: asOf, visits, target };
  const pace = schoolYearPace(calendar, year, asOf);
  const isOver = asOf > academicYearSpan(year).closesOn;
  const expected = (aim: number) => expectedAt(aim, pace, isOver);
  return {
    academicYear: year,
    regionId,
    asOf,
    today,
    target,
    visits,
    schoolsCovered: all.schoolsVisited.count,
    expectedByToday: expected(target),
    forecast: forecast(now),
    targetReachedOn: dayReached(visitDays(read.days), target) ?? dayToReach(now),
    weeklyRateNeeded: weeklyRateNeeded(now),
    surveys: { target: surveysTarget, submitted: all.surveys.count },
    cycle: cycleOf(scope, hub, all, target),
    lists: all,
    byRegion: regionsOf(groups, hub.target, regionId, expected),
    byDistrict: groups.by('district'),
    byPhase: groups.by('phase'),
    byEstablishmentType: groups.by('establishmentType'),
    byFsmBand: groups.byFsmBand(),
    series: seriesOf(read.days, {
      ...{ year, asOf, target, calendar },
      listOf: (day, count) => lists.visitsUpTo(day, count, whole),
    }),
    backlog: read.schools.backlog.map(({ day, schools }) => ({
      ...{ day, schools },
      list: lists.backlogOn(day, schools, whole),
    })),
    outcomes: outcomesOf(read.outcomes, lists, whole),
    notes: notesOf(scope, calendar, cycle),
  };
}

const visitDays = (days: readonly DayRow[]) => days.filter(({ booked }) => !booked);

/** @throws 404 when the region is not on record */
function aimOf(target: Target, regionId: string | null): { visits: number; surveys: number } {
  if (regionId === null) return target;
  const region = target.regions.find((one) => one.regionId === regionId);
  if (!region) throw notFound('the region');
  return region;
}

function cycleOf(
  { asOf, today }: ProgressScope,
  { calendar, cycle }: Hub,
  all: Progress['lists'],
  target: number,
): Progress['cycle'] {
  const { opensOn, closesOn } = cycle;
  const { count: schoolsInScope } = all.schoolsInScope;
  const { count: schoolsCovered } = all.covered;
  const { slack } = cycleSlack({
    ...{ today: asOf, opensOn, closesOn, targetPerYear: target, calendar },
    schoolsNotCovered: schoolsInScope - schoolsCovered,
  });
  return {
    ...cycle,
    schoolsInScope,
    schoolsCovered,
    schoolsBooked: all.booked.count,
    schoolsNeither: all.neither.count,
    slack,
    slackInWords: slackInWords(slack, target, asOf >= closesOn && today > closesOn),
  };
}

function regionsOf(
  groups: ProgressGroups,
  target: Target,
  regionId: string | null,
  expected: (aim: number) => number,
): RegionProgress[] {
  const regions = target.regions.filter((one) => regionId === null || one.regionId === regionId);
  const known = regions.map(({ regionId: id, regionName, visits, surveys }) => ({
    ...groups.region(id, regionName),
    target: visits,
    surveysTarget: surveys,
    expectedByToday: expected(visits),
  }));
  const rest = groups.withoutRegion();
  return rest ? [...known, { ...rest, target: 0, surveysTarget: 0, expectedByToday: 0 }] : known;
}

async function readSchools(manager: EntityManager, counted: Counted): Promise<SchoolFigures> {
  const figures = await COUNT_SCHOOLS.row(manager, counted);
  if (!figures) throw new Error('PostgreSQL gave no row.');
  return figures;
}
