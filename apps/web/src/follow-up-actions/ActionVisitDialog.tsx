import { useState } from 'react';
import { useNotify, useRefresh } from 'react-admin';
import { formatDay } from '@tracker/domain';
import type { FollowUpAction } from '@tracker/contract';
import { useAsOpened } from '../providers/use-as-opened';
import { DayInput } from '../fields/DayInput';
import { FormDialog } from '../fields/FormDialog';
import { StaffInput, TimeInput } from '../fields/inputs';
import { keyByBody } from '../providers/idempotency';
import { useSignedInUser } from '../providers/use-signed-in-user';
import { call } from '../providers/call';

interface Values {
  scheduledOn: string;
  startTime: string;
  visitorId: string;
}

/** Makes a follow-up visit of an action. */
export default function ActionVisitDialog({
  action: given,
  onClose,
}: {
  action: FollowUpAction;
  onClose: () => void;
}) {
  const action = useAsOpened(given);
  const [keyOf] = useState(keyByBody);
  const notify = useNotify();
  const refresh = useRefresh();
  const user = useSignedInUser();
  const plan = async ({ scheduledOn, startTime, visitorId }: Values) => {
    const body = {
      version: action.version,
      scheduledOn: scheduledOn || null,
      startTime: startTime || null,
      visitorId: visitorId || null,
    };
    await call('POST /api/follow-up-actions/{id}/visit', {
      id: action.id,
      body,
      idempotencyKey: keyOf({ id: action.id, ...body }),
    });
    const when = scheduledOn ? `scheduled for ${formatDay(scheduledOn)}` : 'proposed';
    notify(`Follow-up visit ${when}.`, { type: 'success' });
    refresh();
  };
  return (
    <FormDialog<Values>
      title={`Plan a follow-up visit to ${action.schoolName}`}
      consequence={`“${action.title}” is in progress until the visit is logged; that completes it. Without a date the visit is proposed.`}
      submitWords="Plan the visit"
      defaultValues={{ scheduledOn: '', startTime: '', visitorId: user?.id ?? '' }}
      onSubmit={plan}
      onClose={onClose}
    >
      <DayInput source="scheduledOn" label="Date" helperText="Optional" />
      <TimeInput source="startTime" />
      <StaffInput source="visitorId" label="Visitor" helperText={false} />
    </FormDialog>
  );
}
