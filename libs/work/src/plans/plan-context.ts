import type { PlanContext } from '@tracker/domain';
import { getHubSettings, sql, statement } from '@tracker/data';
import type { EntityManager } from 'typeorm';
import { planHub } from './plan-hub';

const SCHOOL = statement(
  'plans.school-of-document',
  (documentId: string) => sql<{ names: string[]; website: string | null; address: string | null }>`
  SELECT ARRAY(SELECT n.name FROM school_lineage l JOIN schools n ON n.id = l.ancestor_id
      WHERE l.school_id = s.id ORDER BY n.id <> s.id, n.name) AS names, s.website, d.address
  FROM plan_documents d JOIN schools s ON s.id = d.school_id WHERE d.id = ${documentId}`,
);

/** What a document is compared with: its school, the school's website and the hub. */
export async function planContext(
  manager: EntityManager,
  documentId: string,
): Promise<PlanContext> {
  const { names, website, address } = await SCHOOL.one(manager, documentId);
  const hub = planHub(await getHubSettings(manager)) ?? undefined;
  return { schoolNames: names, website, address, hub };
}
