import type { MigrationInterface, QueryRunner } from 'typeorm';
import { auditTable } from './audit-table';

// The importer's own spellings, `plainName` in libs/domain; a test holds the two together.
const SAME_THING: readonly [written: string, meant: string][] = [
  [String.raw`\ysaints?\y`, 'st'],
  [String.raw`\y(church of england|c of e|cofe|c e|coe)\y`, 'ce'],
  [String.raw`\y(roman catholic|r c|catholic|cath)\y`, 'rc'],
  [String.raw`\y(voluntary aided|v a)\y`, 'va'],
  [String.raw`\y(voluntary controlled|v c)\y`, 'vc'],
  [String.raw`\yjunior mixed (infants?|and infants?)\y`, 'jmi'],
  [String.raw`\y(jm and i|j m i|jm i|jm and infants?|jmandi)\y`, 'jmi'],
  [String.raw`\yjunior mixed\y`, 'junior'],
  [String.raw`\yjm\y`, 'junior'],
  [String.raw`\yinfants\y`, 'infant'],
  [String.raw`\yjuniors\y`, 'junior'],
  [String.raw`\yprim(ary)?\y`, 'primary'],
  [String.raw`\yjnr\y`, 'junior'],
  [String.raw`\yinf\y`, 'infant'],
  [String.raw`\ysch\y`, 'school'],
];

/** Whatever letters, accents and signs a name is written with, and then one spelling of its words. */
const PLAIN = String.raw`btrim(regexp_replace(regexp_replace(regexp_replace(
    lower(regexp_replace(normalize(name, NFD), '[\u0300-\u036f]', '', 'g') COLLATE "C"),
    '[''’‘‛ʼʻʹ′＇${'`'}´]', '', 'g'), '[&+]', ' and ', 'g'), '[^a-z0-9]+', ' ', 'g'))`;
const ONE_SPELLING = SAME_THING.reduce(
  (sql, [written, meant]) => `regexp_replace(${sql}, '${written}', '${meant}', 'g')`,
  'plain',
);

/**
 * A school is found by any way of writing its name: what a search looks through is kept in a column
 * of its own, in both spellings, so that it is worked out once and not for each search.
 */
export class AddSchoolSearchText1795416100000 implements MigrationInterface {
  name = 'AddSchoolSearchText1795416100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE FUNCTION school_plain_text(name text) RETURNS text
        LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN ${PLAIN}`);
    await queryRunner.query(`CREATE FUNCTION school_one_spelling(plain text) RETURNS text
        LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN ${ONE_SPELLING}`);
    await queryRunner.query(`CREATE FUNCTION write_school_search_text() RETURNS trigger
        LANGUAGE plpgsql AS $$
        DECLARE
          plain text := school_plain_text(NEW.name || ' ' || coalesce(NEW.town, ''));
        BEGIN
          NEW.search_text := concat(' ', plain, ' / ', school_one_spelling(plain), ' / ',
            lower(NEW.postcode), ' ', replace(lower(NEW.postcode), ' ', ''), ' ', NEW.urn, ' ');
          RETURN NEW;
        END $$`);
    await queryRunner.query(`ALTER TABLE schools ADD COLUMN search_text text NOT NULL DEFAULT ''`);
    await queryRunner.query(`CREATE TRIGGER schools_search_text
        BEFORE INSERT OR UPDATE OF name, town, postcode, urn, search_text ON schools
        FOR EACH ROW EXECUTE FUNCTION write_school_search_text()`);
    await audited(queryRunner, 'search_text');
    await queryRunner.query(`UPDATE schools SET search_text = ''`);
    await queryRunner.query(`DROP INDEX schools_search_idx`);
    await queryRunner.query(
      `CREATE INDEX schools_search_idx ON schools USING gin (search_text gin_trgm_ops)`,
    );
    await queryRunner.query(`DROP FUNCTION school_search_text`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE FUNCTION school_search_text(name text, town text, postcode text, urn integer) RETURNS text
        LANGUAGE sql IMMUTABLE PARALLEL SAFE
        RETURN translate(
          lower(name || ' ' || coalesce(town, '') || ' ' || coalesce(postcode, '') || ' '
            || replace(coalesce(postcode, ''), ' ', '') || ' ' || urn),
          $$'’.,$$, '')`);
    await queryRunner.query(`DROP INDEX schools_search_idx`);
    await queryRunner.query(`CREATE INDEX schools_search_idx ON schools
        USING gin (school_search_text(name, town, postcode, urn) gin_trgm_ops)`);
    await queryRunner.query(`DROP TRIGGER schools_search_text ON schools`);
    await queryRunner.query(`ALTER TABLE schools DROP COLUMN search_text`);
    await queryRunner.query(`DROP FUNCTION write_school_search_text`);
    await queryRunner.query(`DROP FUNCTION school_one_spelling`);
    await queryRunner.query(`DROP FUNCTION school_plain_text`);
    await audited(queryRunner);
  }
}

/** The text of a search says nothing that the record does not, and stays out of the audit trail. */
async function audited(queryRunner: QueryRunner, passedOver?: string): Promise<void> {
  for (const event of ['insert', 'update', 'delete', 'truncate']) {
    await queryRunner.query(`DROP TRIGGER schools_audit_${event} ON schools`);
  }
  const table = { table: 'schools', key: 'id', school: 'id' } as const;
  await auditTable(queryRunner, { ...table, ...(passedOver && { passedOver }) });
}
