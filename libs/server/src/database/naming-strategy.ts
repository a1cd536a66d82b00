import { DefaultNamingStrategy, type NamingStrategyInterface, Table, type View } from 'typeorm';

const nameOf = (table: Table | View | string): string =>
  (typeof table === 'string' ? table : table.name).split('.').pop() ?? '';

/**
 * `regionSetByHand` in code is `region_set_by_hand` in PostgreSQL, and keys carry the names of
 * their table and columns, so that an error message and a query plan can be read.
 */
export class TrackerNamingStrategy
  extends DefaultNamingStrategy
  implements NamingStrategyInterface
{
  override columnName(propertyName: string, customName: string | undefined): string {
    return customName ?? propertyName.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
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
