import type { EntityManager } from 'typeorm';
import { OperatorError } from '@tracker/process';
import { nothing, raw, type Sql, sql, statement, type Statement } from '@tracker/data';

/** Tables of work that is done in the background and can be stopped until it has ended. */
export type StoppableWork = 'imports' | 'reports' | 'priority_refreshes';

const RECORD = raw(', version = version + 1, updated_at = now()');

const stopping = (work: StoppableWork, counted: Sql) => (id: string, message: string) =>
  sql<{ id: string }>`
  UPDATE ${raw(work)} SET status = 'failed', message = ${message}, finished_at = now()${counted}
  WHERE id = ${id} AND status IN ('queued', 'running') RETURNING id`;

interface Kind {
  name: string;
  it: string;
  left: string;
  stop: Statement<{ id: string }, [id: string, message: string]>;
}

const KINDS: Record<StoppableWork, Kind> = {
  imports: {
    ...{ name: 'import', it: 'it', left: 'nothing was changed' },
    stop: statement('stopping.stop-import', stopping('imports', RECORD)),
  },
  reports: {
    ...{ name: 'report', it: 'it', left: 'there is no file' },
    stop: statement('stopping.stop-report', stopping('reports', RECORD)),
  },
  priority_refreshes: {
    name: 'ranking',
    it: 'the ranking',
    left: 'schools that were not reached keep the rank they had',
    stop: statement('stopping.stop-ranking', stopping('priority_refreshes', nothing)),
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
  const { name, it, left, stop } = KINDS[work];
  const who = by === undefined ? 'It was stopped' : `${by} stopped ${it}`;
  if (await stop.row(manager, id, `${who} before it had finished; ${left}.`)) return;
  throw new WorkEnded(`This ${name} is not under way any more, so it cannot be stopped.`);
}
