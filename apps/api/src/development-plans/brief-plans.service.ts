import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { BriefPlan, BriefPlanSays, SchoolBrief } from '@tracker/contract';
import {
  academicYearOf,
  type DatedAnswer,
  planAgainstSurvey,
  planFactsInShort,
  type PlanInForce,
  planStanding,
  planWarningsInShort,
} from '@tracker/domain';
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

/** A confirmed document with what was read in it. */
type StoredDocument = PlanInForce & { warnings: string[] };

interface PlanRow extends PlanRecordRow {
  id: string;
  plan: StoredPlan | null;
  document: StoredDocument | null;
}

/** What is on record of each school's plan, the latest that counts for it, and the document of this year's. */
const PLANS_IN_BRIEF = statement(
  'development-plans.in-brief',
  (schoolIds: readonly string[], year: string) => sql<PlanRow>`
  SELECT s.id, ${planRecordColumns()}, p.plan, d.document
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
  LEFT JOIN LATERAL (
    SELECT json_build_object('academicYear', d.academic_year,
      'lastAcademicYear', d.last_academic_year,
      'facts', (SELECT coalesce(json_agg(json_build_object('field', f.field, 'value', f.value)), '[]')
        FROM plan_facts f WHERE f.document_id = d.id AND f.value IS NOT NULL),
      'warnings', coalesce((SELECT jsonb_path_query_array(r.reading, '$.warnings[*].key')
        FROM plan_readings r WHERE r.document_id = d.id), '[]')) AS document
    FROM school_lineage l
    JOIN plan_documents d ON d.school_id = l.ancestor_id
      AND d.status = 'confirmed' AND d.replaced_by_id IS NULL
    WHERE l.school_id = s.id AND ${planCountsFor('l')}
    ORDER BY ${year} BETWEEN d.academic_year AND d.last_academic_year DESC,
      d.last_academic_year DESC, d.decided_on DESC, d.id LIMIT 1) d ON true
  WHERE s.id = ANY (${schoolIds}::uuid[])`,
);

type InBrief = Pick<SchoolBrief, 'plan' | 'planStanding'>;

export interface PlanForBrief {
  inBrief: InBrief;
  /** What the plan says, also against what is known of the survey. */
  says: (known: Readonly<Record<string, DatedAnswer>>) => BriefPlanSays | null;
}

/** What a brief says of a school's plan, read with a signal or taken along. */
@Injectable()
export class BriefPlansService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** By school; schools that are not on record are left out. */
  async of(schoolIds: readonly string[]): Promise<Map<string, PlanForBrief>> {
    const today = this.clock.today();
    const { planRules } = await getHubSettings(this.dataSource.manager);
    const year = academicYearOf(today);
    const rows = await PLANS_IN_BRIEF.rows(this.dataSource, schoolIds, year);
    return new Map(
      rows.map(({ id, plan, document, ...record }) => {
        const { state, sentence } = planStanding(planRecordOf(record, today), today, planRules);
        const current = plan !== null && plan.academicYear >= year;
        const inForce = state === 'current' || state === 'to_renew' ? document : null;
        const inBrief = {
          plan: plan && { ...plan, current },
          planStanding: { state, sentence },
        };
        return [id, { inBrief, says: (known) => inForce && sayingsOf(inForce, known) }];
      }),
    );
  }
}

function sayingsOf(
  { warnings, ...plan }: StoredDocument,
  known: Readonly<Record<string, DatedAnswer>>,
): BriefPlanSays {
  return {
    facts: planFactsInShort(plan.facts),
    warnings: planWarningsInShort(warnings),
    againstSurvey: planAgainstSurvey(plan, known),
  };
}
