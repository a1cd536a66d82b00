import { DefaultNamingStrategy, type NamingStrategyInterface, Table, type View } from 'typeorm';
import { columnName } from '../sql/column-name';

const nameOf = (table: Table | View | string): string =>
  (typeof table === 'string' ? table : table.name).split('.').pop() ?? '';

/**
 * Keys carry the names of their table and columns, so that an error message and a query plan can be
 * read.
 */
export class TrackerNamingStrategy
  extends DefaultNamingStrategy
  implements NamingStrategyInterface
{
  override columnName(propertyName: string, customName: string | undefined): string {
    return customName ?? columnName(propertyName);
  }

  override primaryKeyName(table: Table | string): string {
    return `${nameOf(table)}_pk`;
  }

  override uniqueConstraintName(table: Table | string, columns: string[]): string {
    return `${nameOf(table)}_${columns.join('_')}_unique`;
  }

  override foreignKeyName(table: Table | string, columns: string[]): string {
    return `${nameOf(table)}_${columns.join('_')}_fk`;
  }

  override indexName(table: Table | View | string, columns: string[]): string {
    return `${nameOf(table)}_${columns.join('_')}_idx`;
  }
}
