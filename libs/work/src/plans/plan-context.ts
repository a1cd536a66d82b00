import { type PlanContext, planListsWith } from '@tracker/domain';
import type { PlanToRead } from '@tracker/files';
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

/** What a document is compared with (its school, the school's website and the hub), and the hub's lists. */
export async function planContext(
  manager: EntityManager,
  documentId: string,
): Promise<Required<Pick<PlanToRead, 'context' | 'lists'>>> {
  const { names, website, address } = await SCHOOL.one(manager, documentId);
  const settings = await getHubSettings(manager);
  const hub = planHub(settings) ?? undefined;
  const context: PlanContext = { schoolNames: names, website, address, hub };
  return { context, lists: planListsWith(settings.planWords) };
}
