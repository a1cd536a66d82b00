import { useNotify } from 'react-admin';
import { VISIT_SURVEY } from '@tracker/domain';
import type { Survey, SurveyVersion } from '@tracker/contract';
import { FormDialog } from '../fields/FormDialog';
import { call } from '../providers/call';

export type BuilderDialog = 'publish' | 'discard' | null;

interface BuilderDialogsProps {
  open: BuilderDialog;
  draft: SurveyVersion;
  survey: Survey;
  onClose: () => void;
  onDone: (done: 'published' | 'discarded') => void;
}

/** Asks before what cannot be taken back. */
export function BuilderDialogs({ open, draft, survey, onClose, onDone }: BuilderDialogsProps) {
  const notify = useNotify();
  if (open === 'publish') {
    return (
      <FormDialog
        title={`Publish version ${draft.number}?`}
        consequence={`From now on every ${survey.purpose === VISIT_SURVEY ? 'visit and every new link' : 'new link of this purpose'} asks this version. It can never be changed; what should be different later goes into a new version. Schools that have begun an earlier version finish that one.`}
        submitWords="Publish"
        busyWords="Publishing…"
        onSubmit={async () => {
          await call('POST /api/survey-versions/{id}/publish', {
            id: draft.id,
            body: { version: draft.version },
          });
          notify('The survey is published.', { type: 'success' });
          onDone('published');
        }}
        onClose={onClose}
      />
    );
  }
  if (open === 'discard') {
    return (
      <FormDialog
        title="Discard the draft?"
        consequence={
          survey.versions.length > 1
            ? 'The questions in this draft will be permanently deleted. Published versions stay.'
            : 'The survey and its questions will be permanently deleted.'
        }
        submitWords="Discard"
        busyWords="Discarding…"
        danger
        onSubmit={async () => {
          await call('DELETE /api/survey-versions/{id}', { id: draft.id });
          notify('The draft is discarded.', { type: 'info' });
          onDone('discarded');
        }}
        onClose={onClose}
      />
    );
  }
  return null;
}
