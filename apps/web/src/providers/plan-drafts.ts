// What somebody has decided about a plan and not sent yet, by person and document. Another person on
// the same device never sees it.

const KEY = 'tracker.plan-drafts';
const KEPT_MS = 30 * 24 * 3600 * 1000;

interface KeptDraft {
  userId: string;
  documentId: string;
  /** Instant of the device, in milliseconds. */
  at: number;
  /** Of the document, when it was opened. */
  version: number;
  /** By field, as the reading screen holds it. */
  decisions: Record<string, unknown>;
}

function all(): KeptDraft[] {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '[]') as KeptDraft[];
    return kept.filter(({ at }) => Date.now() - at < KEPT_MS);
  } catch {
    return [];
  }
}

/** @returns whether the browser took it */
function keep(drafts: readonly KeptDraft[]): boolean {
  try {
    if (drafts.length > 0) localStorage.setItem(KEY, JSON.stringify(drafts));
    else localStorage.removeItem(KEY);
    return true;
  } catch {
    return false;
  }
}

type Of = Pick<KeptDraft, 'userId' | 'documentId'>;
const isOf =
  (of: Of) =>
  ({ userId, documentId }: KeptDraft) =>
    userId === of.userId && documentId === of.documentId;

export const planDraft = (of: Of): KeptDraft | null => all().find(isOf(of)) ?? null;

/** @returns whether the browser took it */
export const keepPlanDraft = (draft: Omit<KeptDraft, 'at'>): boolean =>
  keep([...all().filter((one) => !isOf(draft)(one)), { ...draft, at: Date.now() }]);

export const dropPlanDraft = (of: Of): boolean => keep(all().filter((one) => !isOf(of)(one)));

/** Those of a person, when they leave the device for good. */
export const dropPlanDrafts = (userId: string): boolean =>
  keep(all().filter((one) => one.userId !== userId));
