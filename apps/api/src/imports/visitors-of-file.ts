import type { VisitorOfFile } from '@tracker/contract';
import { visitorKey } from '@tracker/server';

/** "CL", "cl" and "C.L." are one name to choose a colleague for, as the file writes it most. */
export function bySpelling(visitors: readonly VisitorOfFile[]): VisitorOfFile[] {
  const found = new Map<string, VisitorOfFile>();
  for (const visitor of visitors) {
    const key = visitorKey(visitor.name);
    const before = found.get(key);
    found.set(key, before ? { ...before, rows: before.rows + visitor.rows } : visitor);
  }
  return [...found.values()];
}
