import { RadioButtonGroupInput, useGetList } from 'react-admin';
import { OPEN_ACTION_STATUSES, plural } from '@tracker/domain';
import type { FollowUpAction, Visit, VoidVisit } from '@tracker/contract';
import { FormDialog } from '../fields/FormDialog';
import { useOfferUndo } from './use-offer-undo';
import { useVisitStep } from './use-visit-step';
import { useWithoutVisit } from './without-visit';
import { call } from '../providers/call';
import { ReasonInput } from '../fields/ReasonInput';

const ACTIONS = [
  { id: 'keep', name: 'Keep them open: they still need doing' },
  { id: 'drop', name: 'Drop them' },
];

/** Takes a visit out of every figure, and says what that does. */
export function VoidDialog({ visit, onClose }: { visit: Visit; onClose: () => void }) {
  const offerUndo = useOfferUndo();
  const step = useVisitStep();
  const without = useWithoutVisit(visit);
  const { total = 0 } = useGetList<FollowUpAction>('follow-up-actions', {
    filter: { visitId: visit.id, status: OPEN_ACTION_STATUSES },
    pagination: { page: 1, perPage: 1 },
    sort: { field: 'id', order: 'ASC' },
  });
  return (
    <FormDialog<VoidVisit>
      title={`Make the visit to ${visit.schoolName} void?`}
      consequence={`It counts nowhere from now on.${without} The visit stays on record, marked as void, with everything written about it. You can bring it back at any time.`}
      submitWords="Make it void"
      cancelWords="Leave it as it is"
      danger
      defaultValues={{ reason: '', openActions: 'keep' }}
      onSubmit={async ({ reason, openActions }) => {
        const done = await step({
          ...{ visit, command: 'void', wish: { reason, openActions } },
          typed: [['Why?', reason]],
          goOn: 'Make it void anyway',
          send: (version, key) =>
            call('POST /api/visits/{id}/void', {
              id: visit.id,
              body: { version, reason, openActions },
              idempotencyKey: key,
            }),
        });
        if (!done) return false;
        offerUndo('The visit is void.', () =>
          call('POST /api/visits/{id}/unvoid', {
            id: done.id,
            body: {
              ...{ version: done.version, reason: 'Undone straight away' },
            },
          }),
        );
        return done;
      }}
      onClose={onClose}
    >
      <ReasonInput />
      {total > 0 && (
        <RadioButtonGroupInput
          source="openActions"
          label={`${plural(total, 'action')} from this visit ${total === 1 ? 'is' : 'are'} still open`}
          choices={ACTIONS}
          row={false}
          helperText={false}
        />
      )}
    </FormDialog>
  );
}
