import { useState } from 'react';
import { FormDialog } from '../fields/FormDialog';
import { call } from '../providers/call';
import { keyByBody } from '../providers/idempotency';
import type { LookedAt } from './LookButtons';
import { PlanInputs, planOf, type PlanForm, suggestedPlan } from './PlanInputs';

interface FoundDialogProps {
  of: LookedAt;
  onFound: () => void;
  onClose: () => void;
}

/** Where the plan is, and for which years: both suggested. */
export default function FoundDialog({ of: school, onFound, onClose }: FoundDialogProps) {
  const [keyOf] = useState(keyByBody);
  const save = async (form: PlanForm) => {
    const body = { schoolId: school.schoolId, result: 'found' as const, ...planOf(form) };
    await call('POST /api/plan-looks', { body, idempotencyKey: keyOf(body) });
    onFound();
  };
  return (
    <FormDialog<PlanForm>
      title={`Plan of ${school.name}`}
      submitWords="Record the plan"
      defaultValues={suggestedPlan(school.address ?? school.website)}
      onSubmit={save}
      onClose={onClose}
    >
      <PlanInputs needsAddress />
    </FormDialog>
  );
}
