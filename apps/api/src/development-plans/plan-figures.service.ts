import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { PLAN_FACT_LIST, PlanFactsOfSchool, PlanFigures } from '@tracker/contract';
import {
  academicYearOf,
  ANY,
  COUNTED_FIELDS,
  type Day,
  isCountedField,
  PLAN_STATES,
  type PlanState,
  startingYear,
} from '@tracker/domain';
import { getHubSettings, readPlanFacts, type SplitAsked } from '@tracker/data';
import { Clock } from '@tracker/work';
import type { DataSource } from 'typeorm';
import { addFilters } from '../http/filter-conditions';
import type { Page } from '../http/list-answer';
import type { ListQuery } from '../http/list-query';
import { type ListStatement, pageOfList } from '../http/list-statement';
import { unacceptableField } from '../http/problem';
import { SqlConditions } from '../http/sql-conditions';
import { howGoodReadingIs } from './documents/how-good-reading-is';
import type { PlanFiguresQueryDto } from './plans.dto';
import { COUNT_STATES, PLAN_FACT_CONDITIONS, selectFacts } from './plan-figures.queries';

type FactsOnRecord = Omit<PlanFactsOfSchool, 'facts' | 'priorities'> & {
  facts: PlanFactsOfSchool['facts'] | null;
  priorities: PlanFactsOfSchool['priorities'] | null;
};

/** How many schools have a plan, and what confirmed ones say (rules 18 and 28). */
@Injectable()
export class PlanFiguresService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @throws 422 a split of what is no field */
  async figures(
    { by, field, ...group }: PlanFiguresQueryDto,
    today: Day = this.clock.today(),
  ): Promise<PlanFigures> {
    const { manager } = this.dataSource;
    const { planRules } = await getHubSettings(manager);
    const now = academicYearOf(today);
    const asked = { ...group, academicYear: group.academicYear ?? now };
    const split = splitOf(by, field);
    const counted = await COUNT_STATES.rows(this.dataSource, today, planRules, asked);
    const regions = new Map(counted.map(({ regionId: id, name }) => [id, name]));
    const of = (rows: typeof counted) => ({
      schools: rows.reduce((sum, { schools }) => sum + schools, 0),
      states: PLAN_STATES.map((state) => ({ state, schools: inState(rows, state) })),
    });
    return {
      ...{ asOf: today, academicYear: now },
      ...of(counted),
      byRegion: [...regions].map(([id, name]) => ({
        ...{ regionId: id, name: name ?? 'No region' },
        ...of(counted.filter((row) => row.regionId === id)),
      })),
      facts:
        group.academicYear === undefined
          ? null
          : await readPlanFacts(this.dataSource, asked, split),
      readings: await howGoodReadingIs(manager, asked.academicYear),
    };
  }

  async list(query: ListQuery<typeof PLAN_FACT_LIST>): Promise<Page<PlanFactsOfSchool>> {
    return pageOfList(this.dataSource, this.listed(query), query);
  }

  /** What the list and its export read. */
  listed({
    filter,
    order,
  }: ListQuery<typeof PLAN_FACT_LIST>): ListStatement<PlanFactsOfSchool, FactsOnRecord> {
    const year = filter.academicYear ?? academicYearOf(this.clock.today());
    return {
      ...selectFacts(startingYear(year)),
      conditions: addFilters(new SqlConditions(), PLAN_FACT_CONDITIONS, filter, { year }),
      order,
      rows: (stored) =>
        stored.map(({ facts, priorities, ...row }) => ({
          ...row,
          ...{ facts: facts ?? [], priorities: priorities ?? [] },
        })),
    };
  }
}

function splitOf(by: PlanFiguresQueryDto['by'], text: string | undefined): SplitAsked | null {
  if (by === undefined && text === undefined) return null;
  if (by === undefined) throw unacceptableField('by', 'Say by what the field is split.');
  const [field = '', part] = (text ?? '').split(':');
  if (!isCountedField(field)) {
    throw unacceptableField('field', 'Say which field is split, like hour:ks2 or schemes.');
  }
  const { parts } = COUNTED_FIELDS[field];
  if (parts === 'keyStage' && part === undefined) {
    throw unacceptableField('field', `Say of which key stage, like ${field}:ks2.`);
  }
  return { by, field, part: parts === null ? '' : (part ?? ANY) };
}

const inState = (
  rows: readonly { state: PlanState; schools: number }[],
  wanted: PlanState,
): number => rows.reduce((sum, { state, schools }) => (state === wanted ? sum + schools : sum), 0);
