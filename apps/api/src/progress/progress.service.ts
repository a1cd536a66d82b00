import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Progress, RegionProgress, Target } from '@tracker/contract';
import {
  academicYearSpan,
  backlogDays,
  dayReached,
  dayToReach,
  type SchoolCalendar,
  type VisitCycleSpan,
} from '@tracker/domain';
import { Clock, getSchoolCalendar } from '@tracker/work';
import {
  COUNT_DAYS,
  COUNT_OUTCOMES,
  COUNT_SCHOOLS,
  COUNT_VISITS,
  type CountedDay,
  CountedGroups,
  type CountedOutcome,
  type CountedSchools,
  countedUpTo,
  type CountedVisits,
  expectedOn,
  getHubSettings,
  type GroupFigures,
  standingOfCycle,
  standingOfYear,
} from '@tracker/data';
import type { DataSource } from 'typeorm';
import { notFound } from '../http/problem';
import { TargetsService } from '../targets/targets.service';
import { outcomesOf } from './progress-outcomes';
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
    const { year, asOf: day, today, regionId } = scope;
    // One view of the rows for all statements: what one counts the others count.
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const { counted, cycle } = await countedUpTo(manager, await getHubSettings(manager), {
        ...{ year, day, today, regionId },
        backlogDays: backlogDays(year, day),
      });
      const hub = {
        calendar: await getSchoolCalendar(manager),
        cycle,
        target: await this.targets.get(year, manager),
      };
      return compose(scope, hub, {
        schools: await COUNT_SCHOOLS.one(manager, counted),
        visits: await COUNT_VISITS.rows(manager, counted),
        days: await COUNT_DAYS.rows(manager, counted, academicYearSpan(year).closesOn),
        outcomes: await COUNT_OUTCOMES.rows(manager, counted),
      });
    });
  }
}

interface Read {
  schools: CountedSchools;
  visits: CountedVisits[];
  days: CountedDay[];
  outcomes: CountedOutcome[];
}

function compose(scope: ProgressScope, hub: Hub, read: Read): Progress {
  const { year, regionId, asOf, today } = scope;
  const { calendar, cycle } = hub;
  const whole = regionId ? { regionId } : {};
  const lists = new ProgressLists(scope, cycle);
  const figures = new CountedGroups(read.schools.groups, read.visits);
  const groups = new ProgressGroups(lists, whole, figures);
  const { visits, surveys, schoolsVisited } = figures.all();
  const { visits: target, surveys: surveysTarget } = aimOf(hub.target, regionId);
  const now = { calendar, year, today: asOf, visits, target };
  const standing = standingOfYear({ calendar, year, day: asOf, visits, target });
  return {
    academicYear: year,
    regionId,
    asOf,
    today,
    target,
    visits,
    schoolsCovered: schoolsVisited,
    expectedByToday: standing.expectedByToday,
    forecast: standing.forecast,
    targetReachedOn: dayReached(visitDays(read.days), target) ?? dayToReach(now),
    weeklyRateNeeded: standing.weeklyRateNeeded,
    surveys: { target: surveysTarget, submitted: surveys },
    cycle: cycleOf(scope, hub, figures.all(), target),
    lists: groups.all(),
    byRegion: regionsOf(groups, hub, scope),
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

const visitDays = (days: readonly CountedDay[]) => days.filter(({ booked }) => !booked);

/** @throws 404 when the region is not on record */
function aimOf(target: Target, regionId: string | null): { visits: number; surveys: number } {
  if (regionId === null) return target;
  const region = target.regions.find((one) => one.regionId === regionId);
  if (!region) throw notFound('the region');
  return region;
}

function cycleOf(
  { asOf: day, today }: ProgressScope,
  { calendar, cycle }: Hub,
  { schoolsInScope, covered: schoolsCovered, booked, neither }: GroupFigures,
  target: number,
): Progress['cycle'] {
  return {
    ...{ ...cycle, schoolsInScope, schoolsCovered },
    ...{ schoolsBooked: booked, schoolsNeither: neither },
    ...standingOfCycle({
      ...{ calendar, cycle, day, today, target, schoolsInScope, schoolsCovered },
    }),
  };
}

function regionsOf(
  groups: ProgressGroups,
  { target, calendar }: Hub,
  { regionId, year, asOf }: ProgressScope,
): RegionProgress[] {
  const expected = expectedOn({ calendar, year, day: asOf });
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
