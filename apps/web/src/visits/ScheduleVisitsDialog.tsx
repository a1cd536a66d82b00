import { useNotify } from 'react-admin';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { formatDay, plural } from '@tracker/domain';
import { DayInput } from '../fields/DayInput';
import { FormDialog } from '../fields/FormDialog';
import { StaffInput, TimeInput } from '../fields/inputs';
import { today } from '../providers/today';
import { useSignedInUser } from '../providers/use-signed-in-user';
import { emptyLine, newVisitOf, type SchoolToVisit, type VisitLine } from './new-visit';
import { useCreateVisits } from './use-create-visits';

interface ScheduleVisitsDialogProps {
  schools: readonly SchoolToVisit[];
  /** `done` when at least one visit was scheduled. */
  onClose: (done: boolean) => void;
}

interface Values {
  visits: VisitLine[];
}

/** Refused when some visits were not taken; the dialog then says which. */
class SomeRefused extends Error {}

/** Schedules a visit to each of the schools: date, time and visitor for every one of them. */
export default function ScheduleVisitsDialog({ schools, onClose }: ScheduleVisitsDialogProps) {
  const createVisits = useCreateVisits();
  const notify = useNotify();
  const user = useSignedInUser();
  const [only] = schools;
  const title =
    schools.length === 1 && only
      ? `Schedule a visit to ${only.name}`
      : `Schedule visits to ${plural(schools.length, 'school')}`;

  const submit = async ({ visits }: Values) => {
    const results = await createVisits(visits.map(newVisitOf));
    const refused = results.flatMap((result, i) =>
      'problem' in result ? [`${schools[i]?.name ?? ''}: ${result.problem}`] : [],
    );
    if (refused.length > 0) throw new SomeRefused(refused.join(' '));
    const [line] = visits;
    const words =
      visits.length === 1 && line && only
        ? `Visit to ${only.name} scheduled for ${formatDay(line.scheduledOn)}.`
        : `${plural(visits.length, 'visit')} scheduled.`;
    notify(words, { type: 'success' });
    onClose(true);
    return false;
  };

  if (!user) return null;
  const visitorId = user.role === 'regional' ? user.id : '';
  return (
    <FormDialog<Values>
      title={title}
      consequence={
        schools.length === 1
          ? 'The school then counts as booked. Nobody is written to.'
          : 'The schools then count as booked. Nobody is written to.'
      }
      submitWords={schools.length === 1 ? 'Schedule the visit' : 'Schedule the visits'}
      busyWords="Scheduling…"
      wide={schools.length > 1}
      defaultValues={{ visits: schools.map((school) => emptyLine(school, visitorId)) }}
      onSubmit={submit}
      onClose={() => onClose(false)}
    >
      {schools.map((school, i) => (
        <Box key={school.id} role="group" aria-label={school.name} sx={{ mb: 2 }}>
          {schools.length > 1 && (
            <Typography variant="h3" component="p">
              {school.name}
            </Typography>
          )}
          <Box sx={LINE}>
            <DayInput source={`visits.${i}.scheduledOn`} label="Date" required check={notPast} />
            <TimeInput source={`visits.${i}.startTime`} />
            <StaffInput source={`visits.${i}.visitorId`} label="Visitor" helperText={false} />
          </Box>
        </Box>
      ))}
    </FormDialog>
  );
}

const LINE = {
  display: 'grid',
  gridTemplateColumns: { xs: '1fr', sm: '1.3fr 0.9fr 1.3fr' },
  columnGap: 1.5,
};

function notPast(day: string): string | undefined {
  if (day >= today()) return undefined;
  return 'This day has passed. A visit that has taken place is logged, not scheduled.';
}
