import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  type NewSurvey,
  type SignedInUser,
  type Survey,
  SURVEY_LIST,
  type SurveyVersion,
} from '@tracker/contract';
import { HAVE_YOUR_SAY, VISIT_SURVEY } from '@tracker/domain';
import { SurveyEntity, SurveyVersionEntity } from '@tracker/data';
import type { DataSource, EntityManager } from 'typeorm';
import {
  addFilters,
  type FilterConditions,
  contains,
  isOneOf,
  isOneOfIds,
} from '../http/filter-conditions';
import type { Page } from '../http/list-answer';
import type { ListQuery, ListSpec } from '../http/list-query';
import { pageOf } from '../http/page-of';
import { conflict, notFound, unacceptableField } from '../http/problem';
import { SqlConditions } from '../http/sql-conditions';
import { Transactions } from '../http/transactions';
import { lockForChange } from '../http/version';
import { READ_SURVEY, SELECT_SURVEY } from './survey.queries';
import { SurveyVersionsService } from './survey-versions.service';

export const SURVEY_SPEC: ListSpec<typeof SURVEY_LIST> = {
  filters: SURVEY_LIST.filters,
  sorts: { id: 'y.id', title: 'newest.title COLLATE "und-x-icu"', createdAt: 'y.created_at' },
  defaultOrder: 'y.created_at DESC',
  tieBreak: 'y.id',
};

const CONDITIONS: FilterConditions<typeof SURVEY_LIST> = {
  id: isOneOfIds('y.id'),
  q: contains('newest.title'),
  purpose: isOneOf('y.purpose'),
};

@Injectable()
export class SurveysService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly versions: SurveyVersionsService,
  ) {}

  list(query: ListQuery<typeof SURVEY_LIST>): Promise<Page<Survey>> {
    const conditions = addFilters(new SqlConditions(), CONDITIONS, query.filter);
    return pageOf<Survey>(
      this.dataSource,
      { select: SELECT_SURVEY, conditions, order: query.order },
      query,
    );
  }

  /** @throws 404 */
  async get(id: string, manager: EntityManager = this.dataSource.manager): Promise<Survey> {
    const survey = await READ_SURVEY.row(manager, id);
    if (!survey) throw notFound('the survey');
    return survey;
  }

  /** A survey with a draft to work on. */
  create(user: SignedInUser, input: NewSurvey): Promise<Survey> {
    const { title, purpose = VISIT_SURVEY, startFrom = 'empty' } = input;
    if (startFrom === 'have_your_say' && purpose !== VISIT_SURVEY) {
      throw unacceptableField(
        'startFrom',
        'Only a Have Your Say survey starts from its questions.',
      );
    }
    const { intro, questions } =
      startFrom === 'have_your_say' ? HAVE_YOUR_SAY : { intro: null, questions: [] };
    return this.transactions.write(async (manager) => {
      const survey = manager.create(SurveyEntity, { purpose, createdById: user.id });
      const { id } = await manager.save(SurveyEntity, survey);
      const draft = { surveyId: id, purpose, number: 1, title, intro, questions };
      await manager.insert(SurveyVersionEntity, draft);
      return this.get(id, manager);
    });
  }

  /**
   * A draft of the next version, made from the last with all its keys.
   *
   * @throws 409 when there is a draft already
   */
  startDraft(id: string): Promise<SurveyVersion> {
    return this.transactions.write(async (manager) => {
      await lockForChange(manager, SurveyEntity, id, { what: 'the survey' });
      const last = await manager.findOneOrFail(SurveyVersionEntity, {
        where: { surveyId: id },
        order: { number: 'DESC' },
      });
      if (last.publishedAt === null) {
        throw conflict('This survey has a draft already; change that or discard it first.');
      }
      const { purpose, title, intro, questions } = last;
      const number = last.number + 1;
      const draft = { surveyId: id, purpose, number, title, intro, questions };
      const { id: draftId } = await manager.save(
        SurveyVersionEntity,
        manager.create(SurveyVersionEntity, draft),
      );
      return this.versions.get(draftId, manager);
    });
  }
}
