import type { EntityManager } from 'typeorm';
import { sql, statement } from '../sql';

const ASSIGN = statement(
  'schools.assign-regions',
  (districts: readonly string[], schoolIds: readonly string[]) => sql`
  UPDATE schools s
  SET region_id = wanted.region_id, version = s.version + 1, updated_at = now()
  FROM (
    SELECT o.id, d.region_id
    FROM schools o LEFT JOIN region_districts d ON d.district = o.district
    WHERE NOT o.region_set_by_hand
      AND (d.district IS NOT NULL OR o.district = ANY (${districts}::text[])
        OR o.id = ANY (${schoolIds}::uuid[]))
  ) wanted
  WHERE wanted.id = s.id AND s.region_id IS DISTINCT FROM wanted.region_id`,
);

/**
 * A school's region follows its district unless somebody set it by hand. Call it in the transaction
 * that changed districts of regions or of schools. Schools of a district that no region has keep the
 * region they have, as after the register renamed their district.
 *
 * @param decided districts that a region has just given up, and schools that somebody has told to
 *   follow their district: these are in no region where no region has the district
 * @returns how many schools have another region now
 */
export async function assignRegionsByDistrict(
  manager: EntityManager,
  { districts = [], schoolIds = [] }: { districts?: string[]; schoolIds?: string[] } = {},
): Promise<number> {
  return ASSIGN.run(manager, districts, schoolIds);
}
