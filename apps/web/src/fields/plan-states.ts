import { PLAN_STATE_LABELS, PLAN_STATES, type PlanState } from '@tracker/domain';
import type { ToneName } from '../layout/palette';

export const PLAN_STATE_TONES: Record<PlanState, ToneName> = {
  current: 'fine',
  to_renew: 'soon',
  out_of_date: 'late',
  not_expected: 'quiet',
  none_found: 'late',
  not_looked: 'quiet',
};

export const PLAN_STATE_CHOICES = PLAN_STATES.map((id) => ({ id, name: PLAN_STATE_LABELS[id] }));
