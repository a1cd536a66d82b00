import { raw, type Sql } from '../sql';

/** Not in the bin, of a row of `contacts` or `follow_up_actions`. */
export const onRecord = (row: string): Sql => raw(`${row}.deleted_at IS NULL`);
