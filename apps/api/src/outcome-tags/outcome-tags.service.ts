import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type OutcomeTag, OUTCOME_TAG_LIST } from '@tracker/contract';
import type { OutcomeTagKind } from '@tracker/domain';
import { OutcomeTagEntity, sql, statement } from '@tracker/data';
import type { DataSource, EntityManager } from 'typeorm';
import { refuseOtherChanges } from '../http/echoed-fields';
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
import { notFound, unacceptableField } from '../http/problem';
import { SqlConditions } from '../http/sql-conditions';
import { Transactions } from '../http/transactions';
import { lockForChange } from '../http/version';
import type { NewOutcomeTagDto, OutcomeTagChangeDto } from './outcome-tags.dto';

export const OUTCOME_TAG_SPEC: ListSpec<typeof OUTCOME_TAG_LIST> = {
  filters: OUTCOME_TAG_LIST.filters,
  sorts: { id: 't.id', label: 't.label COLLATE "und-x-icu"', kind: 't.kind' },
  defaultOrder: 't.kind DESC, t.label COLLATE "und-x-icu"',
  tieBreak: 't.id',
};

const CONDITIONS: FilterConditions<typeof OUTCOME_TAG_LIST> = {
  id: isOneOfIds('t.id'),
  kind: isOneOf('t.kind'),
  active: is('t.active'),
};

const SELECT_TAG = sql`
  SELECT t.id, t.version, t.created_at AS "createdAt", t.updated_at AS "updatedAt", t.kind,
    t.label, t.active
  FROM outcome_tags t`;

const READ_TAG = statement(
  'outcome-tags.read',
  (id: string) => sql<OutcomeTag>`${SELECT_TAG} WHERE t.id = ${id}`,
);

const LABEL_TAKEN = statement(
  'outcome-tags.label-taken',
  (kind: OutcomeTagKind, label: string, exceptId: string | null) => sql`
  SELECT 1 FROM outcome_tags
  WHERE kind = ${kind} AND lower(label) = lower(${label}) AND id IS DISTINCT FROM ${exceptId}::uuid`,
);

/** What visitors may tick as strengths and needs. None is removed, for visits may have it. */
@Injectable()
export class OutcomeTagsService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
  ) {}

  list(query: ListQuery<typeof OUTCOME_TAG_LIST>): Promise<Page<OutcomeTag>> {
    const conditions = addFilters(new SqlConditions(), CONDITIONS, query.filter);
    return pageOf<OutcomeTag>(
      this.dataSource,
      { select: SELECT_TAG, conditions, order: query.order },
      query,
    );
  }

  /** @throws 404 */
  async get(id: string, manager: EntityManager = this.dataSource.manager): Promise<OutcomeTag> {
    const tag = await READ_TAG.row(manager, id);
    if (!tag) throw notFound('the tag');
    return tag;
  }

  create(input: NewOutcomeTagDto): Promise<OutcomeTag> {
    return this.transactions.write(async (manager) => {
      await requireNewLabel(manager, input);
      const { id } = await manager.save(OutcomeTagEntity, manager.create(OutcomeTagEntity, input));
      return this.get(id, manager);
    });
  }

  change(id: string, sent: OutcomeTagChangeDto): Promise<OutcomeTag> {
    const { version, ...input } = sent;
    return this.transactions.write(async (manager) => {
      const present = () => this.get(id, manager);
      const tag = await lockForChange(manager, OutcomeTagEntity, id, {
        what: 'the tag',
        version,
        present,
      });
      refuseOtherChanges(sent, await present());
      await requireNewLabel(manager, { kind: tag.kind, label: input.label }, id);
      await manager.save(OutcomeTagEntity, Object.assign(tag, input));
      return present();
    });
  }
}

/** @throws 422 */
async function requireNewLabel(
  manager: EntityManager,
  { kind, label }: NewOutcomeTagDto,
  exceptId: string | null = null,
): Promise<void> {
  if (!(await LABEL_TAKEN.row(manager, kind, label, exceptId))) return;
  throw unacceptableField('label', `There is a ${kind} called ${label} already.`);
}
