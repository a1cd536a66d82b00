import type { FieldChange } from './kinds';

const STANDINGS: Record<string, string> = {
  running: 'started',
  done: 'finished',
  failed: 'failed',
  undoing: 'is being undone',
  undone: 'undone',
};

const FIGURES = ['created', 'updated', 'unchanged', 'closed', 'rejected', 'skipped'];

/**
 * How an import went on, with its figures: `finished: 446 created, 3 rejected`; null where it did not
 * go on but something about it was changed.
 */
export function importInWords(changes: readonly FieldChange[]): string | null {
  const standing = STANDINGS[String(changes.find(({ field }) => field === 'status')?.to)];
  if (standing === undefined) return null;
  const figures = changes
    .filter(({ field, to }) => FIGURES.includes(field) && Number(to) > 0)
    .map(({ field, to }) => `${Number(to).toLocaleString('en-GB')} ${field}`);
  return figures.length === 0 ? standing : `${standing}: ${figures.join(', ')}`;
}
