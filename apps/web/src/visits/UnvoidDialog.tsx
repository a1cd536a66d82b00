import type { UnvoidVisit, Visit } from '@tracker/contract';
import { FormDialog } from '../fields/FormDialog';
import { ReasonInput } from '../fields/ReasonInput';
import { VISIT_STATUS_WORDS } from '../fields/words';
import { useVisitCommand } from './use-visit-command';
import { useVisitStep } from './use-visit-step';
import { call } from '../providers/call';

export function UnvoidDialog({ visit, onClose }: { visit: Visit; onClose: () => void }) {
  const run = useVisitCommand();
  const step = useVisitStep();
  const was = visit.voidedFrom ? VISIT_STATUS_WORDS[visit.voidedFrom].toLowerCase() : 'completed';
  return (
    <FormDialog<UnvoidVisit>
      title={`Bring the visit to ${visit.schoolName} back?`}
      consequence={`It will be ${was} again${was === 'completed' ? ' and count again' : ''}. Actions that were dropped with it open again.`}
      submitWords="Bring it back"
      cancelWords="Leave it void"
      defaultValues={{ reason: '' }}
      onSubmit={({ reason }) =>
        run(
          step({
            ...{ visit, command: 'unvoid', wish: { reason } },
            typed: [['Why?', reason]],
            goOn: 'Bring it back anyway',
            send: (version, key) =>
              call('POST /api/visits/{id}/unvoid', {
                id: visit.id,
                body: { version, reason },
                idempotencyKey: key,
              }),
          }),
          'The visit is back.',
        )
      }
      onClose={onClose}
    >
      <ReasonInput />
    </FormDialog>
  );
}
