import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { BriefPlan, SchoolBrief } from '@tracker/contract';
import { academicYearOf, planStanding } from '@tracker/domain';
import {
  getHubSettings,
  planCountsFor,
  planRecordColumns,
  planRecordOf,
  type PlanRecordRow,
  sql,
  statement,
} from '@tracker/data';
import { Clock } from '@tracker/work';
import type { DataSource } from 'typeorm';

type StoredPlan = Omit<BriefPlan, 'current'>;

/** What is on record of each school's plan, and the latest that counts for it. */
const PLANS_IN_BRIEF = statement(
  'development-plans.in-brief',
  (schoolIds: readonly string[]) => sql<PlanRecordRow & { id: string; plan: StoredPlan | null }>`
  SELECT s.id, ${planRecordColumns()}, p.plan
  FROM schools s JOIN school_standings t ON t.school_id = s.id
  LEFT JOIN LATERAL (
    SELECT json_build_object('academicYear', p.last_academic_year, 'url', p.url,
      'goneOn', p.gone_on, 'knownOn', p.known_on,
      'formerName', CASE WHEN p.school_id <> s.id THEN n.name END) AS plan
    FROM school_lineage l
    JOIN music_development_plans p ON p.school_id = l.ancestor_id AND p.known_from <> 'told'
    JOIN schools n ON n.id = p.school_id
    WHERE l.school_id = s.id AND ${planCountsFor('l')}
    ORDER BY p.last_academic_year DESC, p.known_on DESC, p.id LIMIT 1) p ON true
  WHERE s.id = ANY (${schoolIds}::uuid[])`,
);

type InBrief = Pick<SchoolBrief, 'plan' | 'planStanding'>;

/** What a brief says of a school's plan, read with a signal or taken along. */
@Injectable()
export class BriefPlansService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** By school; schools that are not on record are left out. */
  async of(schoolIds: readonly string[]): Promise<Map<string, InBrief>> {
    const today = this.clock.today();
    const { planRules } = await getHubSettings(this.dataSource.manager);
    const rows = await PLANS_IN_BRIEF.rows(this.dataSource, schoolIds);
    return new Map(
      rows.map(({ id, plan, ...record }) => {
        const { state, sentence } = planStanding(planRecordOf(record, today), today, planRules);
        const current = plan !== null && plan.academicYear >= academicYearOf(today);
        return [id, { plan: plan && { ...plan, current }, planStanding: { state, sentence } }];
      }),
    );
  }
}
