import { BooleanInput } from 'react-admin';
import type { VisitPlan } from '@tracker/contract';
import { FormDialog } from '../fields/FormDialog';
import { useMakePlan } from './use-make-plan';

interface AgainDialogProps {
  plan: VisitPlan;
  onStarted: (plan: VisitPlan) => void;
  onClose: () => void;
}

/** Has the year planned again; what is agreed stays. */
export default function AgainDialog({ plan, onStarted, onClose }: AgainDialogProps) {
  const make = useMakePlan(onStarted);
  const { academicYear, id } = plan;
  return (
    <FormDialog<{ keepProposals: boolean }>
      title="Propose again"
      consequence="Visits that are scheduled or confirmed and locked lines stay as they are. The others are planned anew from what is known today, and what moves is listed with the reason."
      submitWords="Propose again"
      busyWords="Asking for a plan…"
      defaultValues={{ keepProposals: true }}
      onSubmit={({ keepProposals }) =>
        make({
          ...{ academicYear, basedOnId: id },
          ...(!keepProposals && { settings: { keepProposals } }),
        })
      }
      onClose={onClose}
    >
      <BooleanInput
        source="keepProposals"
        label="Keep proposals in their half term where no rule forbids it"
        helperText={false}
      />
    </FormDialog>
  );
}
