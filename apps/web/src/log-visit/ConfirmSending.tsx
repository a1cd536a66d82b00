import type { SurveyPage } from '@tracker/domain';
import { FormDialog } from '../fields/FormDialog';
import type { LogTyped } from '../on-device/device-log';
import { consequenceOf } from './log-in-words';

interface ConfirmSendingProps {
  typed: LogTyped;
  pages: readonly SurveyPage[];
  schoolName: string;
  onConfirm: () => Promise<void>;
  onClose: () => void;
}

/** Says what happens before it does. */
export function ConfirmSending({
  typed,
  pages,
  schoolName,
  onConfirm,
  onClose,
}: ConfirmSendingProps) {
  return (
    <FormDialog
      title="Log this visit?"
      consequence={consequenceOf(typed, pages, schoolName)}
      submitWords="Yes, log the visit"
      busyWords="Logging…"
      cancelWords="Go back"
      onSubmit={() => onConfirm().then(() => false)}
      onClose={onClose}
    />
  );
}
