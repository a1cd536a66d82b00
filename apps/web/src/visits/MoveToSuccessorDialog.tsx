import { useState } from 'react';
import { useDataProvider } from 'react-admin';
import type { Visit } from '@tracker/contract';
import { FormDialog } from '../fields/FormDialog';
import type { TrackerDataProvider } from '../providers/data-provider';
import { keyByBody } from '../providers/idempotency';
import { successorName, type Successor } from './successors';
import { useVisitCommand } from './use-visit-command';
import { whenInWords } from './visit-words';

interface MoveToSuccessorDialogProps {
  visit: Visit;
  to: Successor;
  onClose: () => void;
}

/** What a visit keeps when it goes to another school, in a sentence. */
function consequence(visit: Visit, name: string): string {
  if (!visit.scheduledOn) return `The visit is then proposed for ${name}, still without a date.`;
  const kept = `The visit keeps its day, ${whenInWords(visit)}, and its visitor.`;
  return `${kept} From then on ${name} counts as booked. Nobody is written to, so let the school know.`;
}

/** Gives a visit planned at a closed school to the school that followed it. */
export default function MoveToSuccessorDialog({ visit, to, onClose }: MoveToSuccessorDialogProps) {
  const dataProvider = useDataProvider<TrackerDataProvider>();
  const [keyOf] = useState(keyByBody);
  const run = useVisitCommand();
  const wish = { schoolId: to.id, version: visit.version };
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
          dataProvider.moveVisit(visit.id, wish, keyOf(wish)),
          `The visit is now planned at ${name}.`,
        )
      }
      onClose={onClose}
    />
  );
}
