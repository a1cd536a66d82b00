import { RadioButtonGroupInput, required } from 'react-admin';
import type { CancelVisit, Visit, VisitNotHeld } from '@tracker/contract';
import { FormDialog } from '../fields/FormDialog';
import { useVisitCommand } from './use-visit-command';
import { useVisitStep } from './use-visit-step';
import { ReasonInput } from '../fields/ReasonInput';
import { whenInWords } from '../fields/visit-words';
import { call } from '../providers/call';

interface VisitDialogProps {
  visit: Visit;
  onClose: () => void;
}

const SIDES = [
  { id: 'school', name: 'The school' },
  { id: 'hub', name: 'The hub' },
];

export function ConfirmDialog({ visit, onClose }: VisitDialogProps) {
  const run = useVisitCommand();
  const step = useVisitStep();
  return (
    <FormDialog
      title={`Confirm the visit to ${visit.schoolName}?`}
      consequence={`Records that the school agreed to ${whenInWords(visit)}. A contact of the school with an email address is sent an invitation. If the visit is moved later, it has to be confirmed again.`}
      submitWords="The school has agreed"
      onSubmit={() =>
        run(
          step({
            visit,
            command: 'confirm',
            wish: {},
            typed: [],
            goOn: 'Confirm it as it is now',
            send: (version, key) =>
              call('POST /api/visits/{id}/confirm', {
                id: visit.id,
                body: { version },
                idempotencyKey: key,
              }),
          }),
          'Visit confirmed.',
        )
      }
      onClose={onClose}
    />
  );
}

export function CancelDialog({ visit, onClose }: VisitDialogProps) {
  const run = useVisitCommand();
  const step = useVisitStep();
  return (
    <FormDialog<CancelVisit>
      title={`Cancel the visit to ${visit.schoolName}?`}
      consequence="A cancelled visit does not count and cannot be brought back. If the school was emailed about the visit, it will be told of this too. The school keeps its place in the queue; a new visit can be scheduled at any time."
      submitWords="Cancel the visit"
      cancelWords="Keep the visit"
      danger
      defaultValues={{ by: 'school', reason: '' }}
      onSubmit={({ by, reason }) =>
        run(
          step({
            visit,
            command: 'cancel',
            wish: { by, reason },
            typed: [
              ['Who cancelled it?', SIDES.find(({ id }) => id === by)?.name ?? null],
              ['Why?', reason],
            ],
            goOn: 'Cancel it anyway',
            send: (version, key) =>
              call('POST /api/visits/{id}/cancel', {
                id: visit.id,
                body: { version, by, reason },
                idempotencyKey: key,
              }),
          }),
          'Visit cancelled.',
        )
      }
      onClose={onClose}
    >
      <RadioButtonGroupInput
        source="by"
        label="Who cancelled it?"
        choices={SIDES}
        validate={required('Please say who cancelled it.')}
        helperText={false}
      />
      <ReasonInput />
    </FormDialog>
  );
}

export function NotHeldDialog({ visit, onClose }: VisitDialogProps) {
  const run = useVisitCommand();
  const step = useVisitStep();
  return (
    <FormDialog<VisitNotHeld>
      title={`Was the visit to ${visit.schoolName} not held?`}
      consequence="It says that the visitor came and the school could not. It does not count and cannot be changed back; the school keeps its place in the queue."
      submitWords="It was not held"
      cancelWords="Go back"
      danger
      defaultValues={{ reason: '' }}
      onSubmit={({ reason }) =>
        run(
          step({
            visit,
            command: 'not_held',
            wish: { reason },
            typed: [['What happened?', reason]],
            goOn: 'Record as not held anyway',
            send: (version, key) =>
              call('POST /api/visits/{id}/not-held', {
                id: visit.id,
                body: { version, reason },
                idempotencyKey: key,
              }),
          }),
          'Recorded as not held.',
        )
      }
      onClose={onClose}
    >
      <ReasonInput label="What happened?" missing="Please say what happened." />
    </FormDialog>
  );
}
