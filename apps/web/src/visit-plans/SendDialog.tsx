import { useNotify, useRefresh } from 'react-admin';
import type { VisitPlan } from '@tracker/contract';
import { plural } from '@tracker/domain';
import { FormDialog } from '../fields/FormDialog';
import { call } from '../providers/call';

/** Shows the plan to the teams and mails each member their own list. */
export default function SendDialog({ plan, onClose }: { plan: VisitPlan; onClose: () => void }) {
  const notify = useNotify();
  const refresh = useRefresh();
  const send = async () => {
    const { id, version } = plan;
    const { mails } = await call('POST /api/visit-plans/{id}/send', { id, body: { version } });
    notify(`The teams see the plan now. ${plural(mails, 'email')} written.`, { type: 'success' });
    refresh();
  };
  return (
    <FormDialog
      title={plan.sentAt ? 'Send the plan to the teams again' : 'Send the plan to the teams'}
      consequence="Each member of a regional team gets one email with their own visits, and sees the lines of their regions. They may lock and move them and say when a school cannot. Schools hear nothing."
      submitWords="Send to teams"
      busyWords="Sending…"
      onSubmit={send}
      onClose={onClose}
    />
  );
}
