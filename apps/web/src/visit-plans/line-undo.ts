import type { VisitPlanLine, VisitPlanLineChange } from '@tracker/contract';
import { RULE_KEYS, type RuleKey } from '@tracker/domain';

type LineNow = Pick<
  VisitPlanLine,
  'date' | 'visitorId' | 'locked' | 'status' | 'knowing' | 'stale'
>;

const isRule = (key: string): key is RuleKey => RULE_KEYS.some((rule) => rule === key);

/** What makes of a line what it was; the rules that it broke then are known. */
export function undoOf(before: LineNow, after: LineNow): Omit<VisitPlanLineChange, 'version'> {
  const broken = [...before.knowing, ...(before.stale ? [before.stale.key] : [])].filter(isRule);
  const wasDropped = before.status === 'dropped';
  const isDropped = after.status === 'dropped';
  const moved = before.date !== after.date || before.visitorId !== after.visitorId;
  return {
    ...(moved && { date: before.date, visitorId: before.visitorId }),
    ...(before.locked !== after.locked && { locked: before.locked }),
    ...(wasDropped !== isDropped && { status: wasDropped ? 'dropped' : 'proposed' }),
    ...((moved || (isDropped && !wasDropped)) && broken.length > 0 && { accepting: broken }),
  };
}
