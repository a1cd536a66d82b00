import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  type KnownAnswer,
  type KnownAnswers,
  SURVEY_RESPONSE_LIST,
  type SurveyForSchool,
  type SurveyResponse,
  type SurveyVersion,
} from '@tracker/contract';
import {
  academicYearOf,
  academicYearSpan,
  answerFault,
  phasesOfSchool,
  type SurveyQuestion,
  VISIT_SURVEY,
} from '@tracker/domain';
import { sql } from '@tracker/data';
import type { DataSource, EntityManager } from 'typeorm';
import {
  addFilters,
  type FilterConditions,
  holds,
  is,
  isAtSchool,
  isOneOf,
  isOneOfIds,
} from '../http/filter-conditions';
import type { Page } from '../http/list-answer';
import type { ListQuery, ListSpec } from '../http/list-query';
import { pageOf } from '../http/page-of';
import { notFound } from '../http/problem';
import { SqlConditions } from '../http/sql-conditions';
import {
  LAST_ANSWERS,
  READ_RESPONSE,
  type ResponseRow,
  SCHOOL_ASKED,
  SELECT_RESPONSE,
  UNCONFIRMED_RESPONSE,
} from './survey.queries';
import { SurveyVersionsService } from './survey-versions.service';

export const SURVEY_RESPONSE_SPEC: ListSpec<typeof SURVEY_RESPONSE_LIST> = {
  filters: SURVEY_RESPONSE_LIST.filters,
  sorts: {
    id: 'r.id',
    answeredOn: 'r.answered_on',
    schoolName: 's.name COLLATE "und-x-icu"',
    submittedAt: 'r.submitted_at',
  },
  defaultOrder: 'r.answered_on DESC',
  tieBreak: 'r.id',
};

const CONDITIONS: FilterConditions<typeof SURVEY_RESPONSE_LIST> = {
  id: isOneOfIds('r.id'),
  schoolId: isAtSchool('r.school_id'),
  withPredecessors: null,
  visitId: is('r.visit_id'),
  purpose: isOneOf('r.purpose'),
  surveyId: is('v.survey_id'),
  versionId: is('v.id'),
  source: isOneOf('r.source'),
  submitted: holds('r.submitted_at IS NOT NULL'),
  academicYear: (year) => {
    const { opensOn, closesOn } = academicYearSpan(year);
    return sql`r.answered_on BETWEEN ${opensOn}::date AND ${closesOn}::date`;
  },
};

/** What schools have answered. */
@Injectable()
export class SurveyResponsesService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly versions: SurveyVersionsService,
  ) {}

  async list(query: ListQuery<typeof SURVEY_RESPONSE_LIST>): Promise<Page<SurveyResponse>> {
    const conditions = addFilters(new SqlConditions(), CONDITIONS, query.filter);
    const page = await pageOf<ResponseRow>(
      this.dataSource,
      { select: SELECT_RESPONSE, conditions, order: query.order },
      query,
    );
    return { ...page, rows: page.rows.map(asResponse) };
  }

  /** @throws 404 */
  async get(id: string, manager: EntityManager = this.dataSource.manager): Promise<SurveyResponse> {
    const row = await READ_RESPONSE.row(manager, id);
    if (!row) throw notFound('the survey of the school');
    return asResponse(row);
  }

  /** What to ask a school at its next visit, and what is known already. @throws 404 */
  async forSchool(schoolId: string): Promise<SurveyForSchool> {
    const school = await SCHOOL_ASKED.row(this.dataSource, schoolId);
    if (!school) throw notFound('the school');
    const phases = phasesOfSchool(school);
    const version = await this.versions.findInUse(VISIT_SURVEY);
    if (!version) return { version: null, phases, known: {}, response: null };
    const known = await this.knownAt(version, [schoolId]);
    return {
      version,
      phases,
      known: known.get(schoolId) ?? {},
      response: await this.findUnconfirmed(schoolId),
    };
  }

  /** What each of some schools has answered before to the questions of a version. */
  async knownAt(
    { questions }: Pick<SurveyVersion, 'questions'>,
    schoolIds: readonly string[],
  ): Promise<Map<string, KnownAnswers>> {
    const rows = await LAST_ANSWERS.rows(this.dataSource, schoolIds);
    return new Map(
      schoolIds.map((id) => [
        id,
        knownOf(
          questions,
          rows.filter((row) => row.forSchoolId === id).map(({ forSchoolId: _, ...known }) => known),
        ),
      ]),
    );
  }

  private async findUnconfirmed(schoolId: string): Promise<SurveyResponse | null> {
    const row = await UNCONFIRMED_RESPONSE.row(this.dataSource, schoolId);
    return row ? asResponse(row) : null;
  }
}

function asResponse({ phase, establishmentType, ...row }: ResponseRow): SurveyResponse {
  return {
    ...row,
    academicYear: academicYearOf(row.answeredOn),
    phases: phasesOfSchool({ phase, establishmentType }),
  };
}

/** Of the last answers those that still fit the questions: options come and go. */
function knownOf(
  questions: readonly SurveyQuestion[],
  answers: readonly (KnownAnswer & { key: string })[],
): KnownAnswers {
  const byKey = new Map(questions.map((question) => [question.key, question]));
  return Object.fromEntries(
    answers.flatMap(({ key, ...known }): [string, KnownAnswer][] => {
      const question = byKey.get(key);
      return question && answerFault(question, known.answer) === null ? [[key, known]] : [];
    }),
  );
}
