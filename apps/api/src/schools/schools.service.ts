import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  mayChangeField,
  type School,
  type SCHOOL_LIST,
  type SignedInUser,
} from '@tracker/contract';
import { type Day, dueOnAfter, type VisitState, visitState } from '@tracker/domain';
import {
  assignRegionsByDistrict,
  getHubSettings,
  raw,
  readScopeDay,
  SchoolEntity,
  shared,
  sql,
} from '@tracker/data';
import { Clock } from '@tracker/work';
import type { DataSource, EntityManager } from 'typeorm';
import { requireWrite } from '../auth/access';
import { refuseOtherChanges } from '../http/echoed-fields';
import { addFilters } from '../http/filter-conditions';
import type { Page } from '../http/list-answer';
import type { ListQuery } from '../http/list-query';
import { type ListStatement, pageOfList } from '../http/list-statement';
import { forbidden, notFound, unacceptableField } from '../http/problem';
import { SqlConditions } from '../http/sql-conditions';
import { Transactions } from '../http/transactions';
import { lockForChange } from '../http/version';
import {
  COUNTED_SCHOOLS,
  FACETS,
  IS_REGION,
  narrowSchools,
  READ_SCHOOL,
  type SchoolOnRecord,
  selectSchool,
  SET_REGION,
} from './school.queries';
import { searchOrder } from './school-filters';
import { coverageTotal, SCHOOL_CONDITIONS } from './school-list';
import type { SchoolChangeDto, SchoolsRegionDto } from './schools.dto';

@Injectable()
export class SchoolsService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async list(query: ListQuery<typeof SCHOOL_LIST>): Promise<Page<School>> {
    return pageOfList(this.dataSource, await this.listed(query), query);
  }

  /** What the list reads. */
  async listed(
    query: ListQuery<typeof SCHOOL_LIST>,
  ): Promise<ListStatement<School, SchoolOnRecord>> {
    const { q, asOf } = query.filter;
    const today = asOf ?? this.clock.today();
    const { manager } = this.dataSource;
    const { firstCycleStartsIn, planRules } = await getHubSettings(manager);
    const day = shared(today);
    const scopeDay = await readScopeDay(manager, today, this.clock.today());
    const on = { scopeDay, firstCycleStartsIn, planRules };
    const conditions = addFilters(new SqlConditions(), SCHOOL_CONDITIONS, query.filter, on);
    const bestFirst = q !== undefined && !query.sorted ? searchOrder(q) : null;
    const order = bestFirst ? sql`${bestFirst}, ${raw(query.order)}` : query.order;
    if (isPlannedOnce(query)) conditions.plannedOnce();
    const onlyFound =
      q !== undefined && query.order.startsWith('s.name') ? conditions.onlyFound : null;
    const areAll = Object.keys(query.filter).every((name) => name === 'asOf');
    return {
      select: selectSchool(day),
      counted: COUNTED_SCHOOLS,
      ...coverageTotal(query.filter, on),
      ...(onlyFound && { total: sql`SELECT count(*)::int AS total FROM ${onlyFound}` }),
      narrow: narrowSchools(day, query.order, areAll, onlyFound),
      conditions,
      order,
      rows: (stored) => stored.map((row) => asSchool(row, today)),
    };
  }

  /** @throws 404 */
  async get(id: string, manager: EntityManager = this.dataSource.manager): Promise<School> {
    const today = this.clock.today();
    const row = await READ_SCHOOL.row(manager, id, today);
    if (!row) throw notFound('the school');
    return asSchool(row, today);
  }

  /** What the filters of a list can be set to. */
  async facets(): Promise<{ districts: string[]; phases: string[] }> {
    return (await FACETS.row(this.dataSource)) ?? { districts: [], phases: [] };
  }

  change(user: SignedInUser, id: string, sent: SchoolChangeDto): Promise<School> {
    const { version, ...input } = sent;
    return this.transactions.write(async (manager) => {
      const present = () => this.get(id, manager);
      const school = await lockForChange(manager, SchoolEntity, id, {
        what: 'the school',
        version,
        present,
      });
      requireWrite(user, school.regionId);
      refuseOtherChanges(sent, await present());
      if (input.notes !== undefined) school.notes = input.notes?.trim() || null;
      const wanted = wantedRegion(school, input);
      if (wanted) {
        if (!mayChangeField(user, 'PUT /api/schools/{id}', 'regionId')) {
          throw forbidden('Only the Head of Participation may move a school to another region.');
        }
        await requireRegion(manager, wanted.regionId);
        Object.assign(school, wanted);
      }
      await manager.save(SchoolEntity, school);
      if (wanted && !wanted.regionSetByHand) {
        await assignRegionsByDistrict(manager, { schoolIds: [id] });
      }
      return this.get(id, manager);
    });
  }

  /** Sets the region of several schools by hand, or lets them follow their districts again. */
  setRegion({ ids, regionId }: SchoolsRegionDto): Promise<{ schools: number }> {
    return this.transactions.write(async (manager) => {
      await requireRegion(manager, regionId);
      const schools = await SET_REGION.run(manager, ids, regionId ?? null);
      if (regionId == null) await assignRegionsByDistrict(manager, { schoolIds: ids });
      return { schools };
    });
  }
}

/**
 * Whether PostgreSQL may keep its plan: one region in the order of its index, and a search by itself,
 * which begins by finding its schools whatever the words.
 */
function isPlannedOnce({ filter, order }: ListQuery<typeof SCHOOL_LIST>): boolean {
  const { regionId, q, ...others } = filter;
  if (Object.keys(others).length > 0) return false;
  if (regionId === undefined) return q !== undefined;
  return q === undefined && regionId.length === 1 && order.startsWith('s.name');
}

function asSchool(row: SchoolOnRecord, today: Day): School {
  const { lastVisitedOn } = row;
  const state: VisitState | null = row.inScope ? visitState(lastVisitedOn, today) : null;
  const dueOn = row.inScope && lastVisitedOn !== null ? dueOnAfter(lastVisitedOn) : null;
  return { ...row, state, dueOn };
}

/** The region as a person wants it, or null when the change leaves it alone. */
function wantedRegion(
  school: SchoolEntity,
  { regionId, regionSetByHand }: Pick<SchoolChangeDto, 'regionId' | 'regionSetByHand'>,
): { regionId: string | null; regionSetByHand: boolean } | null {
  const wanted = {
    regionId: regionId === undefined ? school.regionId : regionId,
    // Choosing another region is setting it by hand, unless the change says otherwise.
    regionSetByHand:
      regionSetByHand ??
      (regionId !== undefined && regionId !== school.regionId ? true : school.regionSetByHand),
  };
  const same =
    wanted.regionId === school.regionId && wanted.regionSetByHand === school.regionSetByHand;
  return same ? null : wanted;
}

async function requireRegion(
  manager: EntityManager,
  regionId: string | null | undefined,
): Promise<void> {
  if (regionId == null) return;
  if (await IS_REGION.row(manager, regionId)) return;
  throw unacceptableField('regionId', 'The region is not on record.');
}
