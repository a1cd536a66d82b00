import { useNotify, useRefresh } from 'react-admin';
import type { MusicDevelopmentPlan } from '@tracker/contract';
import { planYearsInWords } from '@tracker/domain';
import { FormDialog } from '../fields/FormDialog';
import { call } from '../providers/call';
import { useAsOpened } from '../providers/use-as-opened';

interface RemovePlanDialogProps {
  plan: MusicDevelopmentPlan;
  onClose: () => void;
}

/** Asks before a plan goes that was typed wrongly. */
export default function RemovePlanDialog({ plan: present, onClose }: RemovePlanDialogProps) {
  const plan = useAsOpened(present);
  const notify = useNotify();
  const refresh = useRefresh();
  const remove = async () => {
    await call('DELETE /api/music-development-plans/{id}', {
      ...{ id: plan.id, query: { version: plan.version } },
    });
    notify('Plan removed.', { type: 'success' });
    refresh();
  };
  return (
    <FormDialog
      title={`Remove the plan for ${planYearsInWords(plan.academicYears)}?`}
      consequence="Do this if it was recorded by mistake. The school’s score may go up."
      submitWords="Remove"
      busyWords="Removing…"
      cancelWords="Keep"
      danger
      onSubmit={remove}
      onClose={onClose}
    />
  );
}
