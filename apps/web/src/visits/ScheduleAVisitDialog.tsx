import { useState } from 'react';
import { formatDay, type Day } from '@tracker/domain';
import { FormDialog } from '../fields/FormDialog';
import { ownRegionsFilter } from '../fields/own-regions';
import { SchoolInput } from '../fields/SchoolInput';
import { TickedSchools } from '../fields/TickedSchools';
import { useSignedInUser } from '../providers/use-signed-in-user';
import ScheduleVisitsDialog from './ScheduleVisitsDialog';

interface ScheduleAVisitDialogProps {
  /** The day to begin with. */
  on?: Day;
  onClose: () => void;
}

/** Schedules a visit from where no school is chosen yet: the school first, then day, time and visitor. */
export default function ScheduleAVisitDialog({ on, onClose }: ScheduleAVisitDialogProps) {
  const user = useSignedInUser();
  const [schoolId, setSchoolId] = useState<string | null>(null);
  if (!user) return null;
  if (schoolId !== null) {
    return (
      <TickedSchools ids={[schoolId]} onFailed={onClose}>
        {(schools) => <ScheduleVisitsDialog schools={schools} on={on} onClose={onClose} />}
      </TickedSchools>
    );
  }
  return (
    <FormDialog<{ schoolId: string }>
      title={on ? `Schedule a visit on ${formatDay(on)}` : 'Schedule a visit'}
      submitWords="Continue"
      defaultValues={{ schoolId: '' }}
      onSubmit={async (values) => {
        setSchoolId(values.schoolId);
        return false;
      }}
      onClose={onClose}
    >
      <SchoolInput
        filter={{ status: ['open', 'closing'], ...ownRegionsFilter(user) }}
        missing="Choose a school."
        helperText={false}
      />
    </FormDialog>
  );
}
