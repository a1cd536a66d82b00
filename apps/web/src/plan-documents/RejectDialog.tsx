import { RadioButtonGroupInput, required, useNotify, useRefresh } from 'react-admin';
import type { PlanDocument } from '@tracker/contract';
import { REJECT_REASONS, type RejectReason } from '@tracker/domain';
import { FormDialog } from '../fields/FormDialog';
import { call } from '../providers/call';
import { newKey } from '../providers/idempotency';
import { useAsOpened } from '../providers/use-as-opened';
import { REJECT_WORDS } from '../fields/plan-document-words';

interface RejectDialogProps {
  document: Pick<PlanDocument, 'id' | 'version' | 'status'>;
  onDone: () => void;
  onClose: () => void;
}

/** Asks why a document is thrown away. */
export default function RejectDialog({ document: present, onDone, onClose }: RejectDialogProps) {
  const { id, version, status } = useAsOpened(present);
  const notify = useNotify();
  const refresh = useRefresh();
  const reject = async ({ reason }: { reason: RejectReason }) => {
    await call('POST /api/plan-documents/{id}/reject', {
      ...{ id, body: { version, reason }, idempotencyKey: newKey() },
    });
    notify('Document rejected.', { type: 'success' });
    onDone();
    refresh();
  };
  return (
    <FormDialog<{ reason: RejectReason }>
      title="Reject this document?"
      consequence={
        status === 'confirmed'
          ? 'Nothing of it counts any longer. The school’s score may go up.'
          : 'Nothing of it will count. It stays in the list of rejected documents.'
      }
      submitWords="Reject"
      busyWords="Rejecting…"
      cancelWords="Keep"
      danger
      onSubmit={reject}
      onClose={onClose}
    >
      <RadioButtonGroupInput
        source="reason"
        label="Why?"
        row={false}
        choices={REJECT_REASONS.map((reason) => ({ id: reason, name: REJECT_WORDS[reason] }))}
        validate={required('Say why.')}
        helperText={false}
      />
    </FormDialog>
  );
}
