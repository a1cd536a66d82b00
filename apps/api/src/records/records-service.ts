import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { List } from '@tracker/contract';
import type { RecordEntity, Sql, Statement } from '@tracker/data';
import { DataSource, type EntityManager } from 'typeorm';
import { refuseOtherChanges } from '../http/echoed-fields';
import { addFilters, type FilterConditions } from '../http/filter-conditions';
import type { Page } from '../http/list-answer';
import type { ListQuery, ListSpec } from '../http/list-query';
import { pageOf } from '../http/page-of';
import { notFound } from '../http/problem';
import { SqlConditions } from '../http/sql-conditions';
import { Transactions } from '../http/transactions';
import { lockForChange } from '../http/version';

/** What is particular to one kind of record. */
export interface RecordKind<L extends List, Row, E extends RecordEntity> {
  /** With its article, `the tag`. */
  what: string;
  entity: new () => E;
  spec: ListSpec<L>;
  conditions: FilterConditions<L>;
  /** SELECT .. FROM .. without WHERE. */
  select: Sql;
  /** The same of one, by its id. */
  read: Statement<Row, [id: string]>;
}

/**
 * Records that are listed, read, added, changed and removed as a whole. What else holds of a kind stands
 * in the class made from this one: `check`, or a method of its own in place of one of these.
 */
@Injectable()
export abstract class RecordsService<
  L extends List,
  Row extends object,
  E extends RecordEntity,
  New extends object,
> {
  protected abstract readonly kind: RecordKind<L, Row, E>;

  constructor(
    @InjectDataSource() protected readonly dataSource: DataSource,
    protected readonly transactions: Transactions,
  ) {}

  /**
   * Called in the transaction that is to write.
   *
   * @param record what is to be changed; null for what is new
   * @throws 422 naming the field
   */
  protected check?(manager: EntityManager, input: New, record: E | null): Promise<void>;

  list(query: ListQuery<L>): Promise<Page<Row>> {
    const { select, conditions } = this.kind;
    const { filter, order } = query;
    const holding = addFilters(new SqlConditions(), conditions, filter);
    return pageOf<Row>(this.dataSource, { select, conditions: holding, order }, query);
  }

  /** @throws 404 */
  async get(id: string, manager: EntityManager = this.dataSource.manager): Promise<Row> {
    const record = await this.kind.read.row(manager, id);
    if (!record) throw notFound(this.kind.what);
    return record;
  }

  create(input: New): Promise<Row> {
    const { entity } = this.kind;
    return this.transactions.write(async (manager) => {
      await this.check?.(manager, input, null);
      const { id } = await manager.save(Object.assign(new entity(), input));
      return this.get(id, manager);
    });
  }

  /** @throws 404; 409 with the record as it is now in `current` */
  change(id: string, sent: New & { version: number }): Promise<Row> {
    const { what, entity } = this.kind;
    const { version, ...rest } = sent;
    const input = rest as unknown as New;
    return this.transactions.write(async (manager) => {
      const present = () => this.get(id, manager);
      const record = await lockForChange(manager, entity, id, { what, version, present });
      refuseOtherChanges(sent, await present());
      await this.check?.(manager, input, record);
      await manager.save(Object.assign(record, input));
      return present();
    });
  }

  /** @throws 404 */
  remove(id: string): Promise<Row> {
    return this.transactions.write(async (manager) => {
      const record = await this.get(id, manager);
      await manager.delete(this.kind.entity, id);
      return record;
    });
  }
}
