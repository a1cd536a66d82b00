import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  MAX_PAGE,
  type OfflinePack,
  type SchoolToVisit,
  type SignedInUser,
  type SurveyVersion,
  type Visit,
} from '@tracker/contract';
import { addDays, phasesOfSchool, VISIT_SURVEY } from '@tracker/domain';
import { Clock } from '@tracker/work';
import type { DataSource } from 'typeorm';
import { requireWriteAtSchool } from '../auth/access';
import { BriefPlansService } from '../development-plans/brief-plans.service';
import { firstRows } from '../http/first-rows';
import { OUTCOME_TAG_SPEC, OutcomeTagsService } from '../outcome-tags/outcome-tags';
import { SCHOOL_SPEC } from '../schools/school-list';
import { SchoolsService } from '../schools/schools.service';
import { SurveyResponsesService } from '../surveys/survey-responses.service';
import { SurveyVersionsService } from '../surveys/survey-versions.service';
import { VISIT_SPEC } from '../visits/visit-list';
import { VisitsService } from '../visits/visits.service';
import type { OfflinePackQueryDto } from './offline-pack.dto';
import {
  CONTACTS_OF,
  LAST_VISITS,
  OPEN_ACTIONS_OF,
  OWN_VISITS,
  STAFF,
} from './offline-pack.queries';

const DAYS_AHEAD = 14;
const MOST_TAGS = 500;
const WHOLE = { rows: MAX_PAGE };

/** What a visitor takes along. */
@Injectable()
export class OfflinePackService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly visits: VisitsService,
    private readonly schools: SchoolsService,
    private readonly tags: OutcomeTagsService,
    private readonly surveys: SurveyVersionsService,
    private readonly responses: SurveyResponsesService,
    private readonly plans: BriefPlansService,
  ) {}

  /**
   * @throws 404 when the visit or the school asked for is not on record; 403 when one may log nothing
   *   there
   */
  async prepare(user: SignedInUser, query: OfflinePackQueryDto): Promise<OfflinePack> {
    const today = this.clock.today();
    const visits = await this.visitsAsked(user, query);
    const asked = query.schoolId ?? (query.visitId && visits[0]?.schoolId);
    if (asked) await requireWriteAtSchool(this.dataSource.manager, user, asked);
    const schoolIds = new Set(visits.map(({ schoolId }) => schoolId));
    if (query.schoolId) schoolIds.add((await this.schools.get(query.schoolId)).id);
    const { rows: tags } = await this.tags.list(
      firstRows(OUTCOME_TAG_SPEC, { active: true }, { rows: MOST_TAGS }),
    );
    const survey = await this.surveys.findInUse(VISIT_SURVEY);
    return {
      preparedAt: new Date().toISOString(),
      today,
      visits,
      schools: await this.schoolsToVisit([...schoolIds], survey),
      survey,
      staff: await STAFF.rows(this.dataSource),
      tags,
    };
  }

  private async visitsAsked(
    { id }: SignedInUser,
    { visitId, schoolId }: OfflinePackQueryDto,
  ): Promise<Visit[]> {
    if (visitId) return [await this.visits.get(visitId)];
    if (schoolId) return [];
    const until = addDays(this.clock.today(), DAYS_AHEAD);
    const own = await OWN_VISITS.rows(this.dataSource, id, until);
    const inOrder = await this.visitsById(own.map((visit) => visit.id));
    return own.flatMap((visit) => inOrder.get(visit.id) ?? []);
  }

  private async visitsById(ids: readonly string[]): Promise<Map<string, Visit>> {
    if (ids.length === 0) return new Map();
    const query = firstRows(VISIT_SPEC, { id: ids }, WHOLE);
    const { rows } = await this.visits.list(query);
    return new Map(rows.map((visit) => [visit.id, visit]));
  }

  private async schoolsToVisit(
    ids: readonly string[],
    survey: SurveyVersion | null,
  ): Promise<SchoolToVisit[]> {
    if (ids.length === 0) return [];
    const asked = firstRows(SCHOOL_SPEC, { id: ids }, WHOLE);
    const { rows: schools } = await this.schools.list(asked);
    const last = await LAST_VISITS.rows(this.dataSource, ids);
    const lastVisits = await this.visitsById(last.map(({ id }) => id));
    const contacts = await CONTACTS_OF.rows(this.dataSource, ids);
    const actions = await OPEN_ACTIONS_OF.rows(this.dataSource, ids);
    const plans = await this.plans.of(ids);
    const known = survey && (await this.responses.knownAt(survey, ids));
    return schools.flatMap((school): SchoolToVisit[] => {
      const plan = plans.get(school.id);
      if (!plan) return [];
      const knownThere = known?.get(school.id) ?? {};
      const place = {
        school,
        contacts: contacts.filter(({ schoolId }) => schoolId === school.id),
        lastVisit:
          lastVisits.get(last.find(({ schoolId }) => schoolId === school.id)?.id ?? '') ?? null,
        openActions: actions
          .filter(({ forSchoolId }) => forSchoolId === school.id)
          .map(({ forSchoolId: _, ...action }) => action),
        ...plan.inBrief,
        planSays: plan.says(knownThere),
        phases: phasesOfSchool(school),
        known: knownThere,
      };
      return [place];
    });
  }
}
