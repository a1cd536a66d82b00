import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { SET_UP_STEPS, type SetUp, type SetUpStepKey } from '@tracker/contract';
import { type AcademicYear, academicYearOf } from '@tracker/domain';
import { Clock } from '@tracker/work';
import { ofVisitSurvey, sql, statement } from '@tracker/data';
import type { DataSource } from 'typeorm';

type Counts = Record<SetUpStepKey, number>;

/** A hub of one person has invited nobody yet. */
const ENOUGH: Partial<Counts> = { people: 2 };

/** Counts stop where more say nothing new. */
const COUNTS = statement(
  'today.count-set-up',
  (academicYear: AcademicYear, calendarYear: number) => sql<Counts>`
  SELECT
    (SELECT count(*)::int FROM schools) AS register,
    (SELECT count(*)::int FROM school_links) AS links,
    (SELECT count(*)::int FROM schools WHERE in_scope AND fsm_percent IS NOT NULL) AS census,
    (SELECT count(*)::int FROM regions) AS regions,
    (SELECT count(*)::int FROM school_years WHERE year = ${academicYear}) AS term_dates,
    (SELECT count(*)::int FROM bank_holiday_years WHERE year = ${calendarYear}) AS bank_holidays,
    (SELECT count(*)::int FROM settings WHERE key = 'hubName') AS hub_name,
    (SELECT count(*)::int FROM users WHERE active) AS people,
    (SELECT count(*)::int FROM (SELECT 1 FROM visits WHERE status = 'completed' LIMIT 1000) v) AS past_visits,
    (SELECT count(*)::int FROM survey_versions v
      WHERE ${ofVisitSurvey('v')} AND v.published_at IS NOT NULL) AS survey`,
);

/** What a new hub still has to put in place. */
@Injectable()
export class SetUpService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async get(): Promise<SetUp> {
    const today = this.clock.today();
    const calendarYear = Number(today.slice(0, 4));
    const [counts] = (await COUNTS.rows(this.dataSource, academicYearOf(today), calendarYear)) as [
      Counts,
    ];
    return {
      steps: SET_UP_STEPS.map((key) => ({
        key,
        count: counts[key],
        done: counts[key] >= (ENOUGH[key] ?? 1),
      })),
    };
  }
}
