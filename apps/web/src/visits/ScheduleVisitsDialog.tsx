import { useNotify } from 'react-admin';
import Typography from '@mui/material/Typography';
import { formatDay, plural } from '@tracker/domain';
import type { SignedInUser, Visit } from '@tracker/contract';
import { useAsOpened } from '../conflicts/use-as-opened';
import { FormDialog } from '../fields/FormDialog';
import { OnlyWarned } from '../providers/problems';
import { useSignedInUser } from '../providers/use-signed-in-user';
import { lineOf, type SchoolToVisit, type VisitLine } from './new-visit';
import { ScheduleLine } from './ScheduleLine';
import { useOpenVisits } from './use-open-visits';
import { useScheduleSchools } from './use-schedule-schools';
import { onlyWarned, refusalOf } from './use-visits-in-turn';

interface ScheduleVisitsDialogProps {
  schools: readonly SchoolToVisit[];
  /** `done` when at least one visit was scheduled. */
  onClose: (done: boolean) => void;
}

interface Values {
  visits: VisitLine[];
}

/** Schedules a visit to each of the schools: date, time and visitor for every one of them. */
export default function ScheduleVisitsDialog(props: ScheduleVisitsDialogProps) {
  const user = useSignedInUser();
  const open = useOpenVisits(props.schools.map(({ id }) => id));
  return user && open ? <Schedule {...props} user={user} open={open} /> : null;
}

interface ScheduleProps extends ScheduleVisitsDialogProps {
  user: SignedInUser;
  open: Visit[];
}

function Schedule({ schools, onClose, user, open: present }: ScheduleProps) {
  const open = useAsOpened(present);
  const notify = useNotify();
  const proposed = new Map(
    open.filter(({ status }) => status === 'proposed').map((visit) => [visit.schoolId, visit]),
  );
  const { scheduleSchools, warned } = useScheduleSchools(proposed);
  const [only, ...others] = schools;
  const one = others.length === 0;

  const submit = async ({ visits }: Values) => {
    const results = await scheduleSchools(visits);
    const refusal = refusalOf(results, schools);
    if (refusal) throw onlyWarned(results) ? new OnlyWarned(refusal) : new Error(refusal);
    const [line] = visits;
    const words =
      one && line && only
        ? `Visit to ${only.name} scheduled for ${formatDay(line.scheduledOn)}.`
        : `${plural(visits.length, 'visit')} scheduled.`;
    notify(words, { type: 'success' });
    onClose(true);
    return false;
  };

  const ownId = user.role === 'regional' ? user.id : '';
  const first = schools.map(({ id }) => lineOf(id, proposed.get(id)?.visitorId ?? ownId));
  return (
    <FormDialog<Values>
      title={
        one && only
          ? `Schedule a visit to ${only.name}`
          : `Schedule visits to ${plural(schools.length, 'school')}`
      }
      consequence={
        one
          ? 'The school then counts as booked. Nobody is written to.'
          : 'The schools then count as booked. Nobody is written to.'
      }
      submitWords={
        warned ? 'Schedule all the same' : one ? 'Schedule the visit' : 'Schedule the visits'
      }
      busyWords="Scheduling…"
      wide={!one}
      defaultValues={{ visits: first }}
      onSubmit={submit}
      onClose={() => onClose(false)}
    >
      {schools.map((school, i) => (
        <ScheduleLine
          key={school.id}
          source={`visits.${i}`}
          name={school.name}
          heading={!one && <Typography variant="h3" component="p" children={school.name} />}
          open={open.filter(({ schoolId }) => schoolId === school.id)}
        />
      ))}
    </FormDialog>
  );
}
