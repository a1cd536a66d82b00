import { type Day, KEPT_REGISTER_KEYS } from '@tracker/domain';
import { columnName, joined, raw, sql, type Sql, statement } from '@tracker/data';
import type { ImportCounts } from './import-work';

/** The columns of `schools` that belong to the register. */
export const REGISTER_COLUMNS = [...KEPT_REGISTER_KEYS.map(columnName), 'in_scope'];

// A region follows the district, so an import writes it beside what the file says.
const WRITTEN_COLUMNS = [...REGISTER_COLUMNS, 'region_id'];

const COLUMNS = raw(WRITTEN_COLUMNS.join(', '));

export const columnsOf = (alias: string, columns: readonly string[]): Sql =>
  raw(columns.map((column) => `${alias}.${column}`).join(', '));

// Between comparing and writing nobody may change a school; whoever reads is not kept waiting.
export const LOCK_SCHOOLS = statement(
  'imports.lock-schools',
  () => sql`LOCK TABLE schools IN SHARE ROW EXCLUSIVE MODE`,
);

/** `record` has a key for each column the row speaks of; a column it is silent about stays. */
export const CREATE_STAGED_SCHOOLS = statement(
  'imports.create-staged-schools',
  () => sql`
  CREATE TEMP TABLE staged_schools (
    line integer NOT NULL, urn integer PRIMARY KEY, record jsonb NOT NULL
  ) ON COMMIT DROP`,
);

export const STAGE_SCHOOLS = statement(
  'imports.stage-schools',
  (rows: string) => sql`
  INSERT INTO staged_schools (line, urn, record)
  SELECT line, urn, record
  FROM json_to_recordset(${rows}::json) AS r (line integer, urn integer, record jsonb)`,
).after(CREATE_STAGED_SCHOOLS);

/** An open school has no closing day behind it. */
const closedOn = (today: Day): Sql => sql`
  CASE WHEN t.status = 'open' AND t.closed_on <= ${today}::date THEN NULL
    WHEN c.status = 'closed' AND t.status <> 'closed' AND NOT s.record ? 'closed_on' THEN NULL
    ELSE t.closed_on END AS closed_on`;

/** What each staged school is to be: what is known, with what the file says laid over it. */
export const RESOLVE_SCHOOLS = statement(
  'imports.resolve-schools',
  (today: Day) => sql`
  CREATE TEMP TABLE target_schools ON COMMIT DROP AS
  SELECT s.line, s.urn, c.id IS NULL AS is_new, coalesce(c.id, gen_random_uuid()) AS id,
    ${joined(
      REGISTER_COLUMNS.map((column) =>
        column === 'closed_on' ? closedOn(today) : raw(`t.${column}`),
      ),
      ', ',
    )},
    -- Where no region has the district, as after it was renamed, the school keeps its own.
    CASE WHEN c.region_set_by_hand THEN c.region_id ELSE coalesce(d.region_id, c.region_id) END
      AS region_id
  FROM staged_schools s
  LEFT JOIN schools c ON c.urn = s.urn
  CROSS JOIN LATERAL jsonb_populate_record(c, s.record) AS t
  LEFT JOIN region_districts d ON d.district = t.district`,
).after(CREATE_STAGED_SCHOOLS);

/** The schools that are new or really differ, with the columns that do, before and after. */
export const FIND_CHANGED_SCHOOLS = statement(
  'imports.find-changed-schools',
  () => sql`
  CREATE TEMP TABLE changed_schools ON COMMIT DROP AS
  SELECT t.line, t.id, t.is_new, delta.before,
    CASE WHEN t.is_new THEN jsonb_build_object('urn', t.urn, 'name', t.name)
      ELSE delta.after END AS after,
    coalesce(c.status <> 'closed' AND t.status = 'closed', false) AS closes
  FROM target_schools t
  LEFT JOIN schools c ON c.id = t.id
  LEFT JOIN LATERAL (
    SELECT jsonb_object_agg(was.key, was.value) AS before,
      jsonb_object_agg(was.key, becomes.value) AS after
    FROM jsonb_each(to_jsonb(c)) was
    JOIN jsonb_each(to_jsonb(t)) becomes ON becomes.key = was.key
    WHERE becomes.value <> was.value
  ) delta ON NOT t.is_new
  WHERE t.is_new
    OR ROW(${columnsOf('c', WRITTEN_COLUMNS)}) IS DISTINCT FROM ROW(${columnsOf('t', WRITTEN_COLUMNS)})`,
).after(RESOLVE_SCHOOLS);

export const RECORD_SCHOOL_CHANGES = statement(
  'imports.record-school-changes',
  (importId: string) => sql`
  INSERT INTO import_changes (import_id, seq, entity, record_key, before, after)
  SELECT ${importId}, row_number() OVER (ORDER BY line), 'schools', id, before, after
  FROM changed_schools`,
).after(FIND_CHANGED_SCHOOLS);

export const UPDATE_SCHOOLS = statement(
  'imports.update-schools',
  () => sql`
  UPDATE schools c SET
    ${raw(WRITTEN_COLUMNS.map((column) => `${column} = t.${column}`).join(', '))},
    version = c.version + 1, updated_at = statement_timestamp()
  FROM target_schools t
  JOIN changed_schools USING (id)
  WHERE c.id = t.id AND NOT t.is_new`,
).after(FIND_CHANGED_SCHOOLS);

export const INSERT_SCHOOLS = statement(
  'imports.insert-schools',
  () => sql`
  INSERT INTO schools (id, urn, ${COLUMNS}, created_at, updated_at)
  SELECT id, urn, ${COLUMNS}, statement_timestamp(), statement_timestamp()
  FROM target_schools
  WHERE is_new
  ORDER BY line`,
).after(RESOLVE_SCHOOLS);

/** The schools that are new, by whether they are to be visited. */
export const COUNT_CREATED = statement(
  'imports.count-created-schools',
  () => sql<{ inScope: number; outOfScope: number }>`
  SELECT count(*) FILTER (WHERE in_scope)::int AS "inScope",
    count(*) FILTER (WHERE NOT in_scope)::int AS "outOfScope"
  FROM target_schools WHERE is_new`,
).after(RESOLVE_SCHOOLS);

export const COUNT_SCHOOLS = statement(
  'imports.count-schools',
  () => sql<ImportCounts>`
  SELECT count(*) FILTER (WHERE is_new) AS created,
    count(*) FILTER (WHERE NOT is_new AND NOT closes) AS updated,
    count(*) FILTER (WHERE closes) AS closed,
    (SELECT count(*) FROM target_schools) - count(*) AS unchanged
  FROM changed_schools`,
).after(FIND_CHANGED_SCHOOLS);
