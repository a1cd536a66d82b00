import type { SurveyLink } from '@tracker/contract';
import { FormDialog } from '../fields/FormDialog';
import { call } from '../providers/call';

/** Asks before a link that the school may be using stops working. */
export function RevokeLinkDialog({ link, onClose }: { link: SurveyLink; onClose: () => void }) {
  return (
    <FormDialog
      title="Revoke the link?"
      consequence={`${link.schoolName} cannot answer with it any more. What it has saved is kept, and is there again with a new link.`}
      submitWords="Revoke the link"
      busyWords="Withdrawing…"
      danger
      onSubmit={() => call('DELETE /api/survey-links/{id}', { id: link.id })}
      onClose={onClose}
    />
  );
}
