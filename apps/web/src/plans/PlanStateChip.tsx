import { PLAN_STATE_LABELS, type PlanState } from '@tracker/domain';
import { PLAN_STATE_TONES } from '../fields/plan-states';
import { ToneChip } from '../fields/ToneChip';

export function PlanStateChip({ state }: { state: PlanState }) {
  return <ToneChip tone={PLAN_STATE_TONES[state]} label={PLAN_STATE_LABELS[state]} />;
}
