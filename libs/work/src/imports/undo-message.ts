import { type Day, formatDay, plural } from '@tracker/domain';
import type { EntityManager } from 'typeorm';
import { sql, type Statement, statement } from '@tracker/data';
import { FIND_LOOKS_TO_UNDO, FIND_PLANS_TO_UNDO } from './plans/undo-plans.queries';
import { FIND_LINKS_TO_UNDO, FIND_VISITS_TO_UNDO } from './undo-links-visits.queries';
import { FIND_SCHOOLS_CREATED, FIND_SCHOOLS_TO_RESTORE } from './undo-schools.queries';

const NAMED = 5;

/** `A, B and 3 more`. */
function listed(names: readonly string[]): string {
  const more = names.length - NAMED;
  return more > 0 ? `${names.slice(0, NAMED).join(', ')} and ${more} more` : names.join(', ');
}

/** One sentence, or nothing when there are no names. */
function sentence(names: readonly string[], one: string, many: string): string[] {
  if (names.length === 0) return [];
  return [`${plural(names.length, one, many)}: ${listed(names)}.`];
}

const SCHOOLS_KEPT = statement(
  'imports.undo-keeps-schools',
  () => sql<{ name: string }>`SELECT name FROM undone_schools WHERE kept ORDER BY name`,
).after(FIND_SCHOOLS_TO_RESTORE);

const SCHOOLS_NOT_DELETED = statement(
  'imports.undo-leaves-schools',
  () => sql<{ name: string }>`SELECT name FROM uncreated_schools WHERE hangs ORDER BY name`,
).after(FIND_SCHOOLS_CREATED);

const VISITS_KEPT = statement(
  'imports.undo-keeps-visits',
  () => sql<{ name: string; day: Day }>`
  SELECT name, visited_on AS day FROM undone_visits WHERE NOT as_left ORDER BY visited_on, name`,
).after(FIND_VISITS_TO_UNDO);

const LINKS_KEPT = statement(
  'imports.undo-keeps-links',
  () => sql<{ name: string }>`
  SELECT predecessor_urn || ' to ' || successor_urn AS name FROM undone_links
  WHERE NOT as_left ORDER BY name`,
).after(FIND_LINKS_TO_UNDO);

const PLANS_KEPT = statement(
  'imports.undo-keeps-plans',
  () => sql<{ name: string }>`
  SELECT name || ' from ' || academic_year || ' on' AS name FROM undone_plans
  WHERE NOT as_left ORDER BY undone_plans.name, academic_year`,
).after(FIND_PLANS_TO_UNDO);

const LOOKS_KEPT = statement(
  'imports.undo-keeps-looks',
  () => sql<{ name: string; day: Day }>`
  SELECT name, looked_on AS day FROM undone_looks WHERE NOT as_left ORDER BY looked_on, name`,
).after(FIND_LOOKS_TO_UNDO);

/** What an undo had to leave alone, in sentences; null when it took everything back. */
export async function whatStays(manager: EntityManager): Promise<string | null> {
  const names = async (which: Statement<{ name: string }, []>): Promise<string[]> =>
    (await which.rows(manager)).map(({ name }) => name);
  const visits = await VISITS_KEPT.rows(manager);
  const looks = await LOOKS_KEPT.rows(manager);
  const said = [
    ...sentence(
      await names(SCHOOLS_KEPT),
      'school was changed since and keeps its new values',
      'schools were changed since and keep their new values',
    ),
    ...sentence(
      await names(SCHOOLS_NOT_DELETED),
      'school stays on record because visits, contacts, notes or a later import hang on it',
      'schools stay on record because visits, contacts, notes or a later import hang on them',
    ),
    ...sentence(
      visits.map(({ name, day }) => `${name} on ${formatDay(day)}`),
      'visit stays because it was changed since or has actions',
      'visits stay because they were changed since or have actions',
    ),
    ...sentence(
      await names(PLANS_KEPT),
      'plan was changed since and stays',
      'plans were changed since and stay',
    ),
    ...sentence(
      looks.map(({ name, day }) => `${name} on ${formatDay(day)}`),
      'look for a plan was changed since and stays',
      'looks for a plan were changed since and stay',
    ),
    ...sentence(
      await names(LINKS_KEPT),
      'link was changed since and stays',
      'links were changed since and stay',
    ),
  ];
  return said.length > 0 ? said.join(' ') : null;
}
