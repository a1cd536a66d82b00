import { useState } from 'react';
import type { School, SurveyLinkMade } from '@tracker/contract';
import { addDays, formatDay } from '@tracker/domain';
import { DayInput } from '../fields/DayInput';
import { FormDialog } from '../fields/FormDialog';
import { LinkOnceDialog } from '../fields/LinkOnceDialog';
import { today } from '../providers/today';
import { call } from '../providers/call';

interface SurveyLinkDialogProps {
  school: Pick<School, 'id' | 'name'>;
  /** Whether the school has one that will stop working. */
  replaces: boolean;
  onClose: () => void;
}

/** Makes a link with which a school answers before the visit, and shows it this once. */
export function SurveyLinkDialog({ school, replaces, onClose }: SurveyLinkDialogProps) {
  const [made, setMade] = useState<SurveyLinkMade | null>(null);
  if (made?.path) {
    return (
      <LinkOnceDialog
        title={`The survey link for ${made.schoolName}`}
        path={made.path}
        onClose={onClose}
      >
        Send it to the school. It works until {formatDay(made.expiresOn)}, or until the answers are
        sent.
      </LinkOnceDialog>
    );
  }
  return (
    <FormDialog<{ expiresOn: string }>
      title={`A survey link for ${school.name}`}
      consequence={
        replaces
          ? 'Anyone with the link can answer the survey for this school before the visit. The earlier link stops working; what the school has saved is kept.'
          : 'Anyone with the link can answer the survey for this school before the visit, without an account.'
      }
      defaultValues={{ expiresOn: addDays(today(), 42) }}
      submitWords="Make the link"
      busyWords="Making the link…"
      onSubmit={async ({ expiresOn }) => {
        setMade(await call('POST /api/survey-links', { body: { schoolId: school.id, expiresOn } }));
        return false;
      }}
      onClose={onClose}
    >
      <DayInput source="expiresOn" label="Works until" />
    </FormDialog>
  );
}
