import type { Visit } from '@tracker/contract';
import { useAsOpened } from '../providers/use-as-opened';
import { FormDialog } from '../fields/FormDialog';
import { successorName, type Successor } from './successors';
import { useVisitCommand } from './use-visit-command';
import { useVisitStep } from './use-visit-step';
import { whenInWords } from '../fields/visit-words';
import { call } from '../providers/call';

interface MoveToSuccessorDialogProps {
  visit: Visit;
  to: Successor;
  onClose: () => void;
}

/** What a visit keeps when it goes to another school, in a sentence. */
function consequence(visit: Visit, name: string): string {
  if (!visit.scheduledOn) return `The visit is then proposed for ${name}, still without a date.`;
  const kept = `The visit keeps its day, ${whenInWords(visit)}, and its visitor.`;
  return `${kept} From then on ${name} counts as booked. If the school was emailed about the visit, it will be told that the visit is moving elsewhere.`;
}

/** Why the visit can no longer go to the school that followed; null when it can. */
function obstacle({ atClosedSchool, successors, schoolName }: Visit, to: Successor): string | null {
  if (!atClosedSchool) return `This visit no longer needs moving: its school is not closed.`;
  if (successors.some(({ id }) => id === to.id)) return null;
  return `${to.name} did not follow ${schoolName}.`;
}

/** Gives a visit planned at a closed school to the school that followed it. */
export default function MoveToSuccessorDialog({
  visit: present,
  to,
  onClose,
}: MoveToSuccessorDialogProps) {
  const visit = useAsOpened(present);
  const run = useVisitCommand();
  const step = useVisitStep();
  const name = successorName(visit, to);
  return (
    <FormDialog
      title={`Move the visit to ${name}?`}
      consequence={consequence(visit, name)}
      submitWords="Move the visit"
      busyWords="Moving…"
      cancelWords="Leave it where it is"
      onSubmit={() =>
        run(
          step({
            visit,
            command: 'move',
            wish: { schoolId: to.id },
            typed: [],
            goOn: `Move it to ${name} anyway`,
            obstacle: (current) => obstacle(current, to),
            send: (version, key) =>
              call('POST /api/visits/{id}/move', {
                id: visit.id,
                body: { schoolId: to.id, version },
                idempotencyKey: key,
              }),
          }),
          `The visit is now planned at ${name}.`,
        )
      }
      onClose={onClose}
    />
  );
}
