import { useState } from 'react';
import { useNotify } from 'react-admin';
import { formatDay, plural, type Day } from '@tracker/domain';
import type { SignedInUser, Visit } from '@tracker/contract';
import { FormDialog } from '../fields/FormDialog';
import { WaitingDialog } from '../layout/WaitingDialog';
import { OnlyWarned } from '../providers/problems';
import { useSignedInUser } from '../providers/use-signed-in-user';
import { keyOfLine, keyOfSchool, lineAsText, lineOf, type SchoolToPlan } from './new-visit';
import { proposedAt, ScheduleRound, type LineProblem, type RoundValues } from './ScheduleRound';
import { useOpenVisits } from './use-open-visits';
import { useScheduleSchools } from './use-schedule-schools';
import { onlyWarned, refusalOf, type VisitResult } from './use-visits-in-turn';

interface ScheduleVisitsDialogProps {
  schools: readonly SchoolToPlan[];
  /** The day to begin with. */
  on?: Day;
  /** `done` when all visits were scheduled. */
  onClose: (done: boolean) => void;
}

/** Schedules a visit to each of the schools: date, time and visitor for every one of them. */
export default function ScheduleVisitsDialog(props: ScheduleVisitsDialogProps) {
  const user = useSignedInUser();
  const open = useOpenVisits(props.schools.map(({ id }) => id));
  if (!user || !open) {
    return <WaitingDialog words="Opening the form…" onClose={() => props.onClose(false)} />;
  }
  return <Schedule {...props} user={user} open={open} />;
}

interface ScheduleProps extends ScheduleVisitsDialogProps {
  user: SignedInUser;
  open: Visit[];
}

function Schedule({ schools: asked, on, onClose, user, open: present }: ScheduleProps) {
  // As they were when the form was opened; a school that is added brings its own.
  const [schools, setSchools] = useState(asked);
  const [open, setOpen] = useState<readonly Visit[]>(present);
  const [saved, setSaved] = useState<ReadonlyMap<string, Visit>>(new Map());
  const [problems, setProblems] = useState<ReadonlyMap<string, LineProblem>>(new Map());
  const notify = useNotify();
  const proposed = new Map(
    schools.flatMap((school) => {
      const visit = proposedAt(open, school);
      return visit ? [[keyOfSchool(school), visit] as const] : [];
    }),
  );
  const scheduleSchools = useScheduleSchools(proposed);
  const [only, ...others] = schools;
  const one = others.length === 0;

  const submit = async ({ visits }: RoundValues) => {
    const results = await scheduleSchools(visits);
    const taken = new Map(saved);
    const refused = new Map<string, LineProblem>();
    results.forEach((result, i) => {
      const line = visits[i];
      if (!line) return;
      const key = keyOfLine(line);
      if ('visit' in result) taken.set(key, result.visit);
      else refused.set(key, { words: result.problem, line: lineAsText(line) });
    });
    setSaved(taken);
    setProblems(refused);
    if (refused.size > 0) {
      const words = refusedInWords(results, schools);
      throw onlyWarned(results) ? new OnlyWarned(words) : new Error(words);
    }
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
  const first = asked.map((school) =>
    lineOf(school, proposed.get(keyOfSchool(school))?.visitorId ?? ownId, on),
  );
  return (
    <FormDialog<RoundValues>
      title={
        one && only
          ? `Schedule a visit to ${only.name}`
          : `Schedule visits to ${plural(new Set(schools.map(({ id }) => id)).size, 'school')}`
      }
      consequence={
        one
          ? 'The school then counts as booked. The school gets an email when you confirm the visit.'
          : 'The schools then count as booked. Each school gets an email when you confirm its visit.'
      }
      submitWords={one ? 'Schedule the visit' : 'Schedule the visits'}
      busyWords="Scheduling…"
      cancelWords={saved.size > 0 ? 'Close' : undefined}
      wide
      defaultValues={{ visits: first, everyVisitor: '', from: '' }}
      onSubmit={submit}
      onClose={() => onClose(false)}
    >
      <ScheduleRound
        schools={schools}
        open={open}
        saved={saved}
        problems={problems}
        onAdd={(school, visits) => {
          setSchools([...schools, school]);
          setOpen([...open, ...visits]);
        }}
        onRemove={(key) => setSchools(schools.filter((school) => keyOfSchool(school) !== key))}
      />
    </FormDialog>
  );
}

/** How many went through and where one did not; the reason stands at that line. A single one says why itself. */
function refusedInWords(results: readonly VisitResult[], schools: readonly SchoolToPlan[]): string {
  if (results.length === 1) return refusalOf(results, schools) ?? '';
  const names = schools.filter((_school, i) => 'problem' in (results[i] ?? {}));
  const list = new Intl.ListFormat('en-GB').format(names.map(({ name }) => name));
  const done = results.length - names.length;
  const scheduled = `${plural(done, 'visit is', 'visits are')} scheduled.`;
  return `${scheduled} Not yet scheduled: ${list}. See the reason below; nothing you typed is lost.`;
}
