import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { PLAN_ROUND_LIST, PlanRoundEntry, SignedInUser } from '@tracker/contract';
import { addDays, planStanding, ROUND_LOOKS_AHEAD } from '@tracker/domain';
import { getHubSettings, planRecordOf } from '@tracker/data';
import { Clock } from '@tracker/work';
import type { DataSource } from 'typeorm';
import { addFilters } from '../http/filter-conditions';
import type { Page } from '../http/list-answer';
import type { ListQuery } from '../http/list-query';
import { type ListStatement, pageOfList } from '../http/list-statement';
import { SqlConditions } from '../http/sql-conditions';
import {
  ROUND_CONDITIONS,
  type RoundAsked,
  type RoundRow,
  selectRound,
} from './plan-round.queries';

/** The schools whose plan is to be looked up, in order (rule 20). */
@Injectable()
export class PlanRoundService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async list(
    user: SignedInUser,
    query: ListQuery<typeof PLAN_ROUND_LIST>,
  ): Promise<Page<PlanRoundEntry>> {
    return pageOfList(this.dataSource, await this.listed(query, user.id), query);
  }

  /**
   * What the list reads.
   *
   * @param userId whose schools are `mine`; null is nobody's
   */
  async listed(
    query: ListQuery<typeof PLAN_ROUND_LIST>,
    userId: string | null = null,
  ): Promise<ListStatement<PlanRoundEntry, RoundRow>> {
    const today = this.clock.today();
    const { planRules: rules } = await getHubSettings(this.dataSource.manager);
    const conditions = addFilters(new SqlConditions(), ROUND_CONDITIONS, query.filter, { userId });
    return {
      ...selectRound({ today, rules }),
      conditions,
      order: query.order,
      rows: (stored) => stored.map((row) => asEntry(row, { today, rules })),
    };
  }
}

function asEntry(row: RoundRow, { today, rules }: RoundAsked): PlanRoundEntry {
  const { id, urn, name, town, regionId, state, nextVisitOn, address, goneOn, website } = row;
  const record = planRecordOf(row, today);
  return {
    ...{
      id,
      schoolId: id,
      urn,
      name,
      town,
      regionId,
      state,
      nextVisitOn,
      address,
      goneOn,
      website,
    },
    sentence: planStanding(record, today, rules).sentence,
    visitedSoon: nextVisitOn !== null && nextVisitOn <= addDays(today, ROUND_LOOKS_AHEAD),
    toldAddress: record.toldAddress || null,
  };
}
