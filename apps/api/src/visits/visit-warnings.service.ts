import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  academicYearOf,
  notAccepted,
  visitWarnings,
  type Day,
  type PlanningWindow,
  type PlanToJudge,
  type VisitKind,
  type VisitWarning,
  type VisitWarningKey,
} from '@tracker/domain';
import { Clock, getSchoolCalendar } from '@tracker/work';
import { getHubSettings, PlanningWindowsEntity } from '@tracker/data';
import type { DataSource, EntityManager } from 'typeorm';
import { notFound, ProblemException } from '../http/problem';
import {
  OPEN_VISITS,
  OTHER_VISITS,
  SCHOOL_OF_PLAN,
  VISITOR_OF_PLAN,
} from './visit-warnings.queries';

/** A plan as it would be. */
export interface PlanToCheck {
  schoolId: string;
  kind?: VisitKind;
  scheduledOn?: Day | null;
  startTime?: string | null;
  visitorId?: string | null;
  /** The visit itself, when it is on record: it is not in its own way. */
  exceptVisitId?: string;
}

/** Gathers what the domain asks for to say what speaks against a visit. */
@Injectable()
export class VisitWarningsService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @throws 404 no such school */
  async of(
    plan: PlanToCheck,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<VisitWarning[]> {
    const { schoolId, kind = 'cycle' } = plan;
    const { scheduledOn = null, startTime = null, exceptVisitId = null } = plan;
    const { kindsNotCounting, firstCycleStartsIn } = await getHubSettings(manager);
    const school = await SCHOOL_OF_PLAN.row(manager, schoolId, kindsNotCounting, scheduledOn);
    if (!school) throw notFound('the school');

    const { visitor, otherVisits } = await this.going(manager, plan);
    const openVisits = await OPEN_VISITS.rows(manager, schoolId, exceptVisitId);
    return visitWarnings({
      ...{ kind, scheduledOn, startTime, school, firstCycleStartsIn },
      ...{ visitor, otherVisits, openVisits },
      windows: scheduledOn === null ? [] : await windowsOf(manager, scheduledOn),
      countingVisitDays: school.countingVisitDays,
      calendar: await getSchoolCalendar(manager),
      today: this.clock.today(),
    });
  }

  /** Who goes, and where else they go that day. */
  private async going(
    manager: EntityManager,
    { schoolId, visitorId, scheduledOn, exceptVisitId }: PlanToCheck,
  ): Promise<Pick<PlanToJudge, 'visitor' | 'otherVisits'>> {
    if (!visitorId || !scheduledOn) return { visitor: null, otherVisits: [] };
    const asked = [visitorId, scheduledOn, exceptVisitId ?? null] as const;
    const forSchool = { schoolId, today: this.clock.today() };
    return {
      visitor: (await VISITOR_OF_PLAN.row(manager, ...asked, forSchool)) ?? null,
      otherVisits: await OTHER_VISITS.rows(manager, ...asked),
    };
  }

  /**
   * What a plan goes ahead against.
   *
   * @param accepting the warnings a person has seen; undefined when nobody was asked
   * @throws 409 with the warnings that are not among them
   */
  async overridden(
    manager: EntityManager,
    plan: PlanToCheck,
    accepting: readonly VisitWarningKey[] | undefined,
  ): Promise<VisitWarningKey[]> {
    const warnings = await this.of(plan, manager);
    const left = accepting === undefined ? [] : notAccepted(warnings, accepting);
    if (left.length > 0) {
      const detail = left.map(({ message }) => message).join(' ');
      throw new ProblemException(409, detail, { warnings: left });
    }
    return warnings.map(({ key }) => key);
  }
}

/** Those on record of the academic year of a day: nobody is warned of what is only suggested. */
async function windowsOf(manager: EntityManager, day: Day): Promise<PlanningWindow[]> {
  const academicYear = academicYearOf(day);
  return (await manager.findOneBy(PlanningWindowsEntity, { academicYear }))?.windows ?? [];
}
