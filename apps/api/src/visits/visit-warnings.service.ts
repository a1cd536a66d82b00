import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  notAccepted,
  visitWarnings,
  type Day,
  type VisitKind,
  type VisitWarning,
  type VisitWarningKey,
} from '@tracker/domain';
import { Clock, getSchoolCalendar } from '@tracker/work';
import { getHubSettings } from '@tracker/data';
import type { DataSource, EntityManager } from 'typeorm';
import { notFound, ProblemException } from '../http/problem';
import { OPEN_VISITS, OTHER_VISITS, SCHOOL_OF_PLAN } from './visit-warnings.queries';

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
    const { scheduledOn = null, startTime = null, visitorId = null, exceptVisitId = null } = plan;
    const { kindsNotCounting, firstCycleStartsIn } = await getHubSettings(manager);
    const school = await SCHOOL_OF_PLAN.row(manager, schoolId, kindsNotCounting);
    if (!school) throw notFound('the school');
    const visits =
      visitorId === null || scheduledOn === null || startTime === null
        ? []
        : await OTHER_VISITS.rows(manager, visitorId, scheduledOn, exceptVisitId);
    const openVisits = await OPEN_VISITS.rows(manager, schoolId, exceptVisitId);
    return visitWarnings({
      ...{ kind, scheduledOn, startTime, school, firstCycleStartsIn },
      otherVisits: visits,
      visitorName: visits[0]?.visitorName ?? null,
      openVisits,
      countingVisitDays: school.countingVisitDays,
      calendar: await getSchoolCalendar(manager),
      today: this.clock.today(),
    });
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
