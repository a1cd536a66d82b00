import type { EntityManager } from 'typeorm';

/**
 * A school's region follows its district unless somebody set it by hand. Call it in the transaction
 * that changed districts of regions or of schools.
 *
 * @returns how many schools have another region now
 */
export async function assignRegionsByDistrict(manager: EntityManager): Promise<number> {
  const [, moved]: [unknown[], number] = await manager.query(
    `UPDATE schools s
     SET region_id = wanted.region_id, version = s.version + 1, updated_at = now()
     FROM (
       SELECT o.id, d.region_id
       FROM schools o LEFT JOIN region_districts d ON d.district = o.district
       WHERE NOT o.region_set_by_hand
     ) wanted
     WHERE wanted.id = s.id AND s.region_id IS DISTINCT FROM wanted.region_id`,
  );
  return moved;
}
