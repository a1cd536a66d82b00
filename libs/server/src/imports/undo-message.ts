import { formatDay, plural } from '@tracker/domain';
import type { EntityManager } from 'typeorm';

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

/** What an undo had to leave alone, in sentences; null when it took everything back. */
export async function whatStays(manager: EntityManager): Promise<string | null> {
  const names = async (sql: string): Promise<string[]> => {
    const rows: { name: string }[] = await manager.query(sql);
    return rows.map(({ name }) => name);
  };
  const visits: { name: string; visited_on: string }[] = await manager.query(
    'SELECT name, visited_on FROM undone_visits WHERE NOT as_left ORDER BY visited_on, name',
  );
  const said = [
    ...sentence(
      await names('SELECT name FROM undone_schools WHERE kept ORDER BY name'),
      'school was changed since and keeps its new values',
      'schools were changed since and keep their new values',
    ),
    ...sentence(
      await names('SELECT name FROM uncreated_schools WHERE hangs ORDER BY name'),
      'school stays on record because visits, contacts, notes or a later import hang on it',
      'schools stay on record because visits, contacts, notes or a later import hang on them',
    ),
    ...sentence(
      visits.map(({ name, visited_on: day }) => `${name} on ${formatDay(day)}`),
      'visit stays because it was changed since or has actions',
      'visits stay because they were changed since or have actions',
    ),
    ...sentence(
      await names(
        `SELECT predecessor_urn || ' to ' || successor_urn AS name FROM undone_links
         WHERE NOT as_left ORDER BY name`,
      ),
      'link was changed since and stays',
      'links were changed since and stay',
    ),
  ];
  return said.length > 0 ? said.join(' ') : null;
}
