import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  type NewSurveyLink,
  type SignedInUser,
  SURVEY_LINK_LIST,
  type SurveyLink,
  type SurveyLinkMade,
} from '@tracker/contract';
import {
  addDays,
  addYears,
  FORM_PURPOSE_LABELS,
  type FormPurpose,
  formatDay,
  VISIT_SURVEY,
} from '@tracker/domain';
import { Clock } from '@tracker/work';
import { newToken, SurveyLinkEntity, tokenHash } from '@tracker/data';
import { type DataSource, type EntityManager, IsNull } from 'typeorm';
import { requireWriteAtSchool } from '../auth/access';
import {
  addFilters,
  type FilterConditions,
  is,
  isOneOf,
  isOneOfIds,
} from '../http/filter-conditions';
import type { Page } from '../http/list-answer';
import type { ListQuery, ListSpec } from '../http/list-query';
import { pageOf } from '../http/page-of';
import { conflict, notFound, unacceptableField } from '../http/problem';
import { SqlConditions } from '../http/sql-conditions';
import { Transactions } from '../http/transactions';
import { READ_LINK, selectLink } from './survey.queries';
import { SurveyVersionsService } from './survey-versions.service';

export const SURVEY_LINK_SPEC: ListSpec<typeof SURVEY_LINK_LIST> = {
  filters: SURVEY_LINK_LIST.filters,
  sorts: { id: 'k.id', createdAt: 'k.created_at', expiresOn: 'k.expires_on' },
  defaultOrder: 'k.created_at DESC',
  tieBreak: 'k.id',
};

const CONDITIONS: FilterConditions<typeof SURVEY_LINK_LIST> = {
  id: isOneOfIds('k.id'),
  schoolId: is('k.school_id'),
  purpose: isOneOf('k.purpose'),
};

/** How long a link works when nobody says otherwise: over a half term and the weeks around it. */
const DAYS = 42;

/**
 * Links with which schools answer by themselves. One that is newer takes the place of the one of its
 * purpose before.
 */
@Injectable()
export class SurveyLinksService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly versions: SurveyVersionsService,
    private readonly clock: Clock,
  ) {}

  list(query: ListQuery<typeof SURVEY_LINK_LIST>): Promise<Page<SurveyLink>> {
    const conditions = addFilters(new SqlConditions(), CONDITIONS, query.filter);
    const select = selectLink(this.clock.today());
    return pageOf<SurveyLink>(this.dataSource, { select, conditions, order: query.order }, query);
  }

  /**
   * A new link for a school. Its token is kept nowhere, so the path is added after the answer was
   * remembered for repeats. What the school has saved with an earlier link is there again.
   */
  async make(
    user: SignedInUser,
    { schoolId, purpose = VISIT_SURVEY, expiresOn }: NewSurveyLink,
  ): Promise<SurveyLinkMade> {
    if (purpose === 'inclusion_self_assessment') {
      throw unacceptableField(
        'purpose',
        'The inclusion self-assessment is the hub’s: no school answers it.',
      );
    }
    const token = newToken();
    let made = false;
    const answer = await this.transactions.write(async (manager) => {
      await requireWriteAtSchool(manager, user, schoolId);
      if (!(await this.versions.findInUse(purpose, manager))) {
        throw conflict(nothingPublished(purpose));
      }
      const present = { schoolId, purpose, revokedAt: IsNull(), responseId: IsNull() };
      await manager.update(SurveyLinkEntity, present, { revokedAt: new Date() });
      const link = manager.create(SurveyLinkEntity, {
        schoolId,
        purpose,
        tokenHash: tokenHash(token),
        expiresOn: this.lastDay(expiresOn),
        createdById: user.id,
      });
      const { id } = await manager.save(SurveyLinkEntity, link);
      made = true;
      return { ...(await this.get(manager, id)), path: null };
    });
    return { ...answer, path: made ? `/#/school-survey?token=${token}` : null };
  }

  /** The link opens nothing any more; what the school has saved stays. */
  revoke(user: SignedInUser, id: string): Promise<SurveyLink> {
    return this.transactions.write(async (manager) => {
      const { schoolId, state } = await this.get(manager, id);
      await requireWriteAtSchool(manager, user, schoolId);
      if (state === 'sent')
        throw conflict('The school has sent its answers with this link already.');
      await manager.update(
        SurveyLinkEntity,
        { id, revokedAt: IsNull() },
        { revokedAt: new Date() },
      );
      return this.get(manager, id);
    });
  }

  private async get(manager: EntityManager, id: string): Promise<SurveyLink> {
    const link = await READ_LINK.row(manager, id, this.clock.today());
    if (!link) throw notFound('the survey link');
    return link;
  }

  private lastDay(asked: string | undefined): string {
    const today = this.clock.today();
    if (asked === undefined) return addDays(today, DAYS);
    const latest = addYears(today, 1);
    if (asked < today) {
      throw unacceptableField(
        'expiresOn',
        `The last day cannot be before today, ${formatDay(today)}.`,
      );
    }
    if (asked > latest) {
      throw unacceptableField('expiresOn', 'A link works for a year at most.');
    }
    return asked;
  }
}

const nothingPublished = (purpose: FormPurpose): string =>
  purpose === VISIT_SURVEY
    ? 'No survey is published yet, so there is nothing for a school to answer.'
    : `No form “${FORM_PURPOSE_LABELS[purpose]}” is published yet, so there is nothing for a school to answer.`;
