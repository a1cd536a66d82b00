import { useEffect, useId, useState, type ReactNode } from 'react';
import { Form } from 'react-admin';
import type { FieldValues } from 'react-hook-form';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { Theme } from '@mui/material';
import { useHeldLayout } from '../layout/held-layout';
import { useAsOpened } from '../providers/use-as-opened';
import { FormProblem } from './FormProblem';
import { SubmitButton } from './SubmitButton';
import { LeaveQuestion } from '../unsaved/LeaveQuestion';
import { useFirstFault } from '../unsaved/use-first-fault';
import { useFormUnsaved } from '../unsaved/use-form-unsaved';
import { useUnsaved } from '../unsaved/use-unsaved';
import { isHttpError, OnlyWarned, rootError, sentenceOf } from '../providers/problems';

interface FormDialogProps<V extends FieldValues> {
  title: string;
  /** What will happen, in a sentence. */
  consequence?: ReactNode;
  submitWords: string;
  busyWords?: string;
  cancelWords?: string;
  danger?: boolean;
  /** For a form of several parts: wider, and on a phone the whole screen. */
  wide?: boolean;
  defaultValues?: Partial<V>;
  onClose: () => void;
  /** Carries it out; the dialog closes when it resolves, unless to `false`. */
  onSubmit: (values: V) => Promise<unknown>;
  children?: ReactNode;
}

/** The errors of a failed save in the shape a form takes. */
export function errorsOf(error: unknown): Record<string, unknown> {
  if (isHttpError(error)) return error.body.errors;
  return { root: rootError(sentenceOf(error), error instanceof OnlyWarned) };
}

/**
 * A question with a form. It stays open, with everything typed, when the server refuses, and says
 * why; once something is typed it is not closed without a question. Mount it to open it.
 */
export function FormDialog<V extends FieldValues>(props: FormDialogProps<V>) {
  const { title, consequence, onClose, onSubmit, children, danger, wide } = props;
  useHeldLayout();
  const titleId = useId();
  const phone = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'));
  const first = useAsOpened(props.defaultValues);
  const [typed, setTyped] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const leave = () => (typed ? setLeaving(true) : onClose());
  const submit = async (values: FieldValues) => {
    try {
      if ((await onSubmit(values as V)) !== false) onClose();
      return undefined;
    } catch (error) {
      return errorsOf(error);
    }
  };
  return (
    <Dialog
      open
      // A press beside the dialog is a slip more often than a wish; Esc and Cancel ask.
      onClose={(_event, reason) => (reason === 'backdropClick' && typed ? undefined : leave())}
      aria-labelledby={titleId}
      fullWidth
      fullScreen={wide && phone}
      maxWidth={wide ? 'md' : 'sm'}
    >
      <Form
        onSubmit={submit}
        defaultValues={first}
        record={{}}
        noValidate
        disableInvalidFormNotification
      >
        <Guard onTyped={setTyped} />
        <DialogTitle id={titleId}>{title}</DialogTitle>
        <DialogContent>
          <FormProblem />
          {consequence && (
            <Typography component="div" sx={{ mb: 2 }}>
              {consequence}
            </Typography>
          )}
          {children}
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2 }}>
          <Button onClick={leave}>{props.cancelWords ?? 'Cancel'}</Button>
          <SubmitButton
            words={props.submitWords}
            busyWords={props.busyWords}
            color={danger ? 'error' : 'primary'}
          />
        </DialogActions>
      </Form>
      {leaving && (
        <LeaveQuestion
          title="Discard what you typed?"
          leaveWords="Discard"
          onLeave={onClose}
          onStay={() => setLeaving(false)}
        />
      )}
    </Dialog>
  );
}

/** Tells the dialog around the form what the form alone knows. */
function Guard({ onTyped }: { onTyped: (typed: boolean) => void }) {
  const { typed, sending } = useFormUnsaved();
  useUnsaved(typed && !sending, 'any-move');
  useEffect(() => onTyped(typed), [typed, onTyped]);
  return <span ref={useFirstFault<HTMLSpanElement>()} hidden />;
}
