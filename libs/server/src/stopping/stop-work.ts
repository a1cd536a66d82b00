import type { EntityManager } from 'typeorm';
import { OperatorError } from '../operator-error';

/** Tables of work that is done in the background and can be stopped until it has ended. */
export type StoppableWork = 'imports' | 'reports' | 'priority_refreshes';

const RECORD = ', version = version + 1, updated_at = now()';

const KINDS: Record<StoppableWork, { name: string; it: string; left: string; counted: string }> = {
  imports: { name: 'import', it: 'it', left: 'nothing was changed', counted: RECORD },
  reports: { name: 'report', it: 'it', left: 'there is no file', counted: RECORD },
  priority_refreshes: {
    name: 'ranking',
    it: 'the ranking',
    left: 'schools that were not reached keep the rank they had',
    counted: '',
  },
};

/** What was to be stopped is not under way any more; the message says so. */
export class WorkEnded extends OperatorError {}

/**
 * Gives up a piece of work that waits or is under way: it is failed from now on, with a sentence that
 * says by whom. Whoever is at it notices, and takes back what it has half done.
 *
 * @param by the name of the person; who began it on a command line needs none
 * @throws WorkEnded when it has ended, which it then stays as it is
 */
export async function stopWork(
  manager: EntityManager,
  work: StoppableWork,
  id: string,
  by?: string,
): Promise<void> {
  const { name, it, left, counted } = KINDS[work];
  const who = by === undefined ? 'It was stopped' : `${by} stopped ${it}`;
  const [stopped]: [unknown[], number] = await manager.query(
    `UPDATE ${work} SET status = 'failed', message = $2, finished_at = now()${counted}
     WHERE id = $1 AND status IN ('queued', 'running') RETURNING id`,
    [id, `${who} before it had finished; ${left}.`],
  );
  if (stopped.length > 0) return;
  throw new WorkEnded(`This ${name} is not under way any more, so it cannot be stopped.`);
}
