import type { KnownPerson, OutcomeFacts, OutcomeTagKind } from '@tracker/domain';
import { onRecord, sql, statement } from '@tracker/data';
import type { EntityManager } from 'typeorm';
import { notFound } from '../http/problem';
import type { OutcomeDto } from './visit-outcome.dto';

interface FactsRow {
  name: string;
  regionId: string | null;
  closed: boolean;
  contacts: KnownPerson[];
  tags: [id: string, kind: OutcomeTagKind][];
  staff: string[];
}

const FACTS = statement(
  'visits.outcome-facts',
  (schoolId: string, tagIds: readonly string[], staffIds: readonly string[]) => sql<FactsRow>`
  SELECT s.name, s.region_id AS "regionId", s.status = 'closed' AS closed,
    (SELECT coalesce(json_agg(json_build_object('id', c.id, 'name', c.name, 'role', c.role)
        ORDER BY c.created_at, c.id), '[]')
      FROM contacts c WHERE c.school_id = s.id AND ${onRecord('c')}) AS contacts,
    (SELECT coalesce(json_agg(json_build_array(t.id, t.kind)), '[]')
      FROM outcome_tags t WHERE t.id = ANY (${tagIds}::uuid[])) AS tags,
    (SELECT coalesce(json_agg(u.id), '[]')
      FROM users u WHERE u.active AND u.id = ANY (${staffIds}::uuid[])) AS staff
  FROM schools s WHERE s.id = ${schoolId}`,
);

/**
 * What the rules of a log ask about, and the school's contacts and region, with one query.
 *
 * @throws 404 no such school
 */
export async function readOutcomeFacts(
  manager: EntityManager,
  schoolId: string,
  outcome: Partial<OutcomeDto>,
): Promise<Omit<OutcomeFacts, 'today'> & Pick<FactsRow, 'contacts' | 'regionId'>> {
  const { strengthTagIds = [], needTagIds = [], actions = [], followUpVisit } = outcome;
  const asked = [...actions.map(({ ownerId }) => ownerId), followUpVisit?.visitorId];
  const tagIds = [...strengthTagIds, ...needTagIds];
  const staffIds = asked.filter((id) => id != null);
  const row = await FACTS.row(manager, schoolId, tagIds, staffIds);
  if (!row) throw notFound('the school');
  const { name, regionId, closed, contacts, tags, staff } = row;
  return {
    school: { name, closed },
    contacts,
    regionId,
    contactIds: new Set(contacts.map(({ id }) => id)),
    tagKinds: new Map(tags),
    staffIds: new Set(staff),
  };
}
