import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { NewVisitPlan, VisitPlan } from '@tracker/contract';
import { call } from '../providers/call';
import { keyByBody } from '../providers/idempotency';
import { staleRecordOf } from '../providers/problems';

/** Has a plan made. Where one of the year is being made already, that one is what is waited for. */
export function useMakePlan(onStarted: (plan: VisitPlan) => void) {
  const [keyOf, setKeyOf] = useState(() => keyByBody());
  const queryClient = useQueryClient();
  return async (body: NewVisitPlan): Promise<void> => {
    try {
      onStarted(await call('POST /api/visit-plans', { body, idempotencyKey: keyOf(body) }));
    } catch (error) {
      const current = staleRecordOf(error);
      if (current) onStarted(current as unknown as VisitPlan);
      throw error;
    } finally {
      // Asked for once more later, it is another plan.
      setKeyOf(() => keyByBody());
      await queryClient.invalidateQueries({ queryKey: ['visit-plans'] });
    }
  };
}
