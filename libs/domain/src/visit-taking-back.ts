import type { VisitStatus } from './visit-state';

/** A visit of which somebody has said what came of it: that can have been a mistake. */
export const VOIDABLE_STATUSES = ['completed', 'cancelled', 'not_held'] as const;
export type VoidableStatus = (typeof VOIDABLE_STATUSES)[number];

/** How a visit that should not be on record, or not there, is put right. */
export type TakingBack = 'void' | 'to_school' | 'unvoid';

export function isVoidable(status: VisitStatus): status is VoidableStatus {
  return (VOIDABLE_STATUSES as readonly VisitStatus[]).includes(status);
}

/** Why a visit cannot be put right in this way, null when it can. */
export function takingBackProblem(status: VisitStatus, how: TakingBack): string | null {
  if (how === 'unvoid') return status === 'void' ? null : 'This visit is not void.';
  if (isVoidable(status)) return null;
  if (status === 'void') {
    return how === 'void'
      ? 'This visit is void already.'
      : 'This visit is void. Bring it back before you put it at another school.';
  }
  return how === 'void'
    ? `This visit is still ${PLANNED[status]}. Cancel it instead.`
    : `This visit is still ${PLANNED[status]}. Cancel it and plan one at the right school instead.`;
}

const PLANNED: Record<Exclude<VisitStatus, VoidableStatus | 'void'>, string> = {
  proposed: 'proposed',
  scheduled: 'scheduled',
  confirmed: 'confirmed',
};

/** What happens to the actions of a visit that are still open when it is made void. */
export const OPEN_ACTIONS_OF_VOID = ['keep', 'drop'] as const;
export type OpenActionsOfVoid = (typeof OPEN_ACTIONS_OF_VOID)[number];
