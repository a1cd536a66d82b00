import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { SurveySummary, SurveyText } from '@tracker/contract';
import { type AcademicYear, academicYearOf } from '@tracker/domain';
import { Clock } from '@tracker/work';
import { findSurveyTexts, readSurveySummary, sql, statement } from '@tracker/data';
import type { DataSource } from 'typeorm';
import type { Page } from '../http/list-answer';
import { type ListQuery, readListQuery } from '../http/list-query';
import { notFound, unacceptableField } from '../http/problem';
import type { SurveySummaryQueryDto, SurveyTextsQueryDto } from './survey-summary.dto';

const TEXT_PAGES = { filters: {}, sorts: {}, defaultOrder: 'id', tieBreak: 'id' };

const SURVEY = statement(
  'school-answers.is-survey',
  (id: string) => sql`SELECT 1 FROM surveys WHERE id = ${id}`,
);

/** What schools answered, summed up, and what they wrote. */
@Injectable()
export class SurveySummaryService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @throws 404 */
  async summary(asked: SurveySummaryQueryDto): Promise<SurveySummary> {
    await this.requireSurvey(asked.surveyId);
    const academicYear = this.yearOf(asked);
    return readSurveySummary(this.dataSource.manager, { ...asked, academicYear });
  }

  /** @throws 404; 422 a question that is not answered in words */
  async texts(asked: SurveyTextsQueryDto): Promise<{ query: ListQuery; page: Page<SurveyText> }> {
    const { range, ...group } = asked;
    const query = readListQuery(range === undefined ? {} : { range }, TEXT_PAGES);
    await this.requireSurvey(asked.surveyId);
    const { offset, limit } = query;
    const academicYear = this.yearOf(asked);
    const page = await findSurveyTexts(this.dataSource.manager, {
      ...{ ...group, academicYear, offset, limit },
    });
    if (page) return { query, page };
    throw unacceptableField(
      'questionKey',
      `“${asked.questionKey}” is not a question of this survey that is answered in words.`,
    );
  }

  /** The year asked for, else the current one. */
  private yearOf({ academicYear }: { academicYear?: AcademicYear }): AcademicYear {
    return academicYear ?? academicYearOf(this.clock.today());
  }

  private async requireSurvey(id: string | undefined): Promise<void> {
    if (id === undefined || (await SURVEY.row(this.dataSource, id))) return;
    throw notFound('the survey');
  }
}
