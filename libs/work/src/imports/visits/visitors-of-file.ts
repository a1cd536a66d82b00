import { accountOfInitials } from '@tracker/domain';
import type { EntityManager } from 'typeorm';
import { namesOf, openAccounts, visitorKey } from './match-rows';
import { ACTIVE_VISITORS, VISITORS_AS_WRITTEN } from './match-rows.queries';

interface VisitorOfFile {
  name: string;
  rows: number;
  userId: string | null;
  userName: string | null;
  known: 'account' | 'remembered' | null;
  suggestedUserId: string | null;
}

/** More people than this are not listed: the column holds something else. */
const MOST = 500;

/** Each person whom the file names; "CL", "cl" and "C.L." are one, as the file writes it most. */
export async function visitorsOfFile(
  manager: EntityManager,
  importId: string,
): Promise<VisitorOfFile[]> {
  const accountOf = await openAccounts(manager);
  const active = await ACTIVE_VISITORS.rows(manager);
  const found = new Map<string, VisitorOfFile>();
  for (const { cell, rows } of await VISITORS_AS_WRITTEN.rows(manager, importId)) {
    for (const name of new Set(namesOf(cell, accountOf))) {
      const key = visitorKey(name);
      const before = found.get(key);
      const account = accountOf(name);
      const suggested = account ? null : accountOfInitials(name, active);
      found.set(key, {
        ...{ name, userId: account?.id ?? null, userName: account?.name ?? null },
        ...{ known: account?.known ?? null, suggestedUserId: suggested?.id ?? null },
        ...before,
        rows: rows + (before?.rows ?? 0),
      });
    }
  }
  return [...found.values()].sort((a, b) => b.rows - a.rows).slice(0, MOST);
}
