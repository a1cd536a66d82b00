import type { VisitPlanLine } from '@tracker/contract';
import { formatDay } from '@tracker/domain';
import { FormDialog } from '../fields/FormDialog';
import { useLineChanges } from './use-line-changes';

/** Leaves a school out of the plan by hand. */
export default function DropLineDialog({
  line,
  onClose,
}: {
  line: VisitPlanLine;
  onClose: () => void;
}) {
  const { drop } = useLineChanges();
  return (
    <FormDialog
      title={`Leave out ${line.schoolName} this year`}
      consequence={`${formatDay(line.date)} becomes free for ${line.visitorName}. The school stays where it is in the queue, and you can put it back.`}
      submitWords="Leave it out"
      onSubmit={() => drop(line)}
      onClose={onClose}
    />
  );
}
