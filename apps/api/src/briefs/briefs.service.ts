import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type {
  BriefRanking,
  BriefSurvey,
  BriefTags,
  SchoolBrief,
  SurveyForSchool,
  Visit,
  VisitFilter,
} from '@tracker/contract';
import { AGREED_VISIT_STATUSES, keyAnswers, OPEN_ACTION_STATUSES } from '@tracker/domain';
import { Clock } from '@tracker/work';
import type { DataSource } from 'typeorm';
import { ContactsService, CONTACT_SPEC } from '../contacts/contacts.service';
import { BriefPlansService } from '../development-plans/brief-plans.service';
import { ACTION_SPEC } from '../follow-up-actions/action-list';
import { FollowUpActionsService } from '../follow-up-actions/follow-up-actions.service';
import { firstRows } from '../http/first-rows';
import { notFound } from '../http/problem';
import { PriorityQueueService } from '../priority-queue/priority-queue.service';
import { SchoolsService } from '../schools/schools.service';
import { SurveyResponsesService } from '../surveys/survey-responses.service';
import { VISIT_SPEC } from '../visits/visit-list';
import { VisitsService } from '../visits/visits.service';
import { FORMER_NAMES, REGION_NAME, TAGS_OF_VISIT } from './briefs.queries';

const MOST_CONTACTS = 20;
const MOST_ACTIONS = 50;

/** The pre-visit brief of a school, by the lists that everybody else reads too. */
@Injectable()
export class BriefsService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly schools: SchoolsService,
    private readonly contacts: ContactsService,
    private readonly visits: VisitsService,
    private readonly actions: FollowUpActionsService,
    private readonly queue: PriorityQueueService,
    private readonly surveys: SurveyResponsesService,
    private readonly plans: BriefPlansService,
    private readonly clock: Clock,
  ) {}

  /** @throws 404 */
  async get(schoolId: string): Promise<SchoolBrief> {
    const preparedOn = this.clock.today();
    const school = await this.schools.get(schoolId);
    const booked = { schoolId, status: AGREED_VISIT_STATUSES, from: preparedOn };
    const held: VisitFilter = { schoolId, withPredecessors: true, status: 'completed' };
    const open = { schoolId, withPredecessors: true, status: OPEN_ACTION_STATUSES };
    const [contacts, actions, nextVisit, lastVisit, surveyed, ranking, plans, formerNames, region] =
      await Promise.all([
        this.contacts.list(firstRows(CONTACT_SPEC, { schoolId }, { rows: MOST_CONTACTS })),
        this.actions.list(firstRows(ACTION_SPEC, open, { rows: MOST_ACTIONS })),
        this.visit(booked, 'ASC'),
        this.visit(held, 'DESC'),
        this.surveys.forSchool(schoolId),
        school.inScope ? this.ranking(schoolId) : null,
        this.plans.of([schoolId]),
        FORMER_NAMES.rows(this.dataSource, schoolId),
        REGION_NAME.row(this.dataSource, schoolId),
      ]);
    const plan = plans.get(schoolId);
    if (!plan) throw notFound('the school');
    return {
      preparedOn,
      school,
      regionName: region?.name ?? null,
      formerNames: formerNames.map(({ name }) => name),
      contacts: contacts.rows,
      nextVisit,
      lastVisit,
      lastVisitTags: await this.tags(lastVisit),
      survey: briefSurvey(surveyed),
      openActions: actions.rows,
      ...plan.inBrief,
      planSays: plan.says(surveyed.known),
      ranking,
    };
  }

  private async visit(filter: VisitFilter, direction: 'ASC' | 'DESC'): Promise<Visit | null> {
    const query = firstRows(VISIT_SPEC, filter, { rows: 1, sort: ['day', direction] });
    return (await this.visits.list(query)).rows[0] ?? null;
  }

  private async tags(visit: Visit | null): Promise<BriefTags> {
    const tags = await TAGS_OF_VISIT.row(this.dataSource, visit?.id ?? null);
    return tags ?? { strengths: [], needs: [] };
  }

  private async ranking(schoolId: string): Promise<BriefRanking | null> {
    const entry = await this.queue.find(schoolId);
    if (!entry) return null;
    const { rank, state, score, factors } = entry;
    return { rank, state, score, factors };
  }
}

function briefSurvey({ version, known, phases }: SurveyForSchool): BriefSurvey | null {
  const answers = version ? keyAnswers(version.questions, known, phases) : [];
  return version && answers.length > 0 ? { title: version.title, answers } : null;
}
