import { answersConfirmed } from '@tracker/server';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  type KnownAnswer,
  type KnownAnswers,
  SURVEY_SOURCES,
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
} from '@tracker/domain';
import type { DataSource, EntityManager } from 'typeorm';
import type { Page } from '../http/list-answer';
import type { ListQuery, ListSpec } from '../http/list-query';
import { pageOf } from '../http/page-of';
import { notFound } from '../http/problem';
import { SqlConditions } from '../http/sql-conditions';
import { LAST_ANSWERS, SELECT_RESPONSE } from './survey.queries';
import { SurveyVersionsService } from './survey-versions.service';

export const SURVEY_RESPONSE_LIST: ListSpec = {
  filters: {
    id: 'uuids',
    schoolId: 'uuid',
    withPredecessors: 'boolean',
    visitId: 'uuid',
    surveyId: 'uuid',
    versionId: 'uuid',
    source: SURVEY_SOURCES,
    submitted: 'boolean',
    academicYear: 'academicYear',
  },
  sorts: {
    id: 'r.id',
    answeredOn: 'r.answered_on',
    schoolName: 's.name COLLATE "und-x-icu"',
    submittedAt: 'r.submitted_at',
  },
  defaultOrder: 'r.answered_on DESC',
  tieBreak: 'r.id',
};

/** A response with what the rules need to know of its school. */
type ResponseRow = Omit<SurveyResponse, 'academicYear' | 'phases'> & {
  phase: string | null;
  establishmentType: string | null;
};

/** What schools have answered. */
@Injectable()
export class SurveyResponsesService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly versions: SurveyVersionsService,
  ) {}

  async list(query: ListQuery): Promise<Page<SurveyResponse>> {
    const conditions = new SqlConditions();
    addFilters(conditions, query.filter);
    const page = await pageOf<ResponseRow>(this.dataSource, SELECT_RESPONSE, conditions, query);
    return { ...page, rows: page.rows.map(asResponse) };
  }

  /** @throws 404 */
  async get(id: string, manager: EntityManager = this.dataSource.manager): Promise<SurveyResponse> {
    const [row]: ResponseRow[] = await manager.query(`${SELECT_RESPONSE} WHERE r.id = $1`, [id]);
    if (!row) throw notFound('the survey of the school');
    return asResponse(row);
  }

  /** What to ask a school at its next visit, and what is known already. @throws 404 */
  async forSchool(schoolId: string): Promise<SurveyForSchool> {
    const { manager } = this.dataSource;
    const [school]: { phase: string | null; establishmentType: string | null }[] =
      await manager.query(
        `SELECT phase, establishment_type AS "establishmentType" FROM schools WHERE id = $1`,
        [schoolId],
      );
    if (!school) throw notFound('the school');
    const phases = phasesOfSchool(school);
    const version = await this.versions.findInUse();
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
    const rows: (KnownAnswer & { key: string; forSchoolId: string })[] =
      await this.dataSource.query(LAST_ANSWERS, [schoolIds]);
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
    const [row]: ResponseRow[] = await this.dataSource.query(
      `${SELECT_RESPONSE} WHERE r.school_id = $1 AND r.source = 'school'
         AND r.submitted_at IS NOT NULL AND NOT ${answersConfirmed()}
       ORDER BY r.submitted_at DESC LIMIT 1`,
      [schoolId],
    );
    return row ? asResponse(row) : null;
  }
}

function addFilters(conditions: SqlConditions, filter: Record<string, unknown>): void {
  const { id, schoolId, withPredecessors, visitId, surveyId, versionId } = filter;
  const { source, submitted, academicYear } = filter;
  if (id) conditions.add('r.id = ANY (?::uuid[])', id);
  if (schoolId && withPredecessors) {
    conditions.add(
      'r.school_id IN (SELECT ancestor_id FROM school_lineage WHERE school_id = ?)',
      schoolId,
    );
  } else if (schoolId) {
    conditions.add('r.school_id = ?', schoolId);
  }
  if (visitId) conditions.add('r.visit_id = ?', visitId);
  if (surveyId) conditions.add('v.survey_id = ?', surveyId);
  if (versionId) conditions.add('v.id = ?', versionId);
  if (source) conditions.add('r.source = ANY (?::text[])', source);
  if (submitted !== undefined) {
    conditions.add(`r.submitted_at IS ${submitted ? 'NOT ' : ''}NULL`);
  }
  if (academicYear) {
    const { opensOn, closesOn } = academicYearSpan(academicYear as string);
    conditions.add('r.answered_on BETWEEN ?::date AND ?::date', opensOn, closesOn);
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
