import { useState } from 'react';
import { useGetMany } from 'react-admin';
import { useQuery } from '@tanstack/react-query';
import { useFormContext, useWatch } from 'react-hook-form';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import type { School, VisitPlanDay, VisitPlanLine } from '@tracker/contract';
import { formatDay, type RuleKey } from '@tracker/domain';
import { DayInput } from '../fields/DayInput';
import { FormDialog } from '../fields/FormDialog';
import { StaffInput } from '../fields/inputs';
import { Failure } from '../layout/Failure';
import { Waiting } from '../layout/Waiting';
import { call } from '../providers/call';
import { isHttpError, OnlyWarned } from '../providers/problems';
import { rulesBroken } from './broken-rules';
import { usePlan } from './plan-context';
import { kmMoreInWords, lateInWords } from './plan-words';
import { useLineChanges } from './use-line-changes';

const OTHER = 'other';

interface MoveValues {
  /** Which of the best days, or `other`. */
  choice: string;
  date: string;
  visitorId: string;
}

interface MoveLineDialogProps {
  line: VisitPlanLine;
  onClose: () => void;
}

/** Moves a line to one of its ten best days, or knowingly to any other. */
export default function MoveLineDialog({ line, onClose }: MoveLineDialogProps) {
  const { move } = useLineChanges();
  const [known, setKnown] = useState<{ of: string; rules: RuleKey[] }>({ of: '', rules: [] });
  const days = useQuery({
    queryKey: ['visit-plans', 'days', line.id, line.version],
    queryFn: ({ signal }) => call('GET /api/visit-plan-lines/{id}/days', { id: line.id, signal }),
  });
  const submit = async ({ choice, date, visitorId }: MoveValues) => {
    const best = days.data?.[Number(choice)];
    const to =
      choice !== OTHER && best
        ? { date: best.date, visitorId: best.visitorId }
        : { date, visitorId };
    const where = `${to.date} ${to.visitorId}`;
    // What was warned of holds for the place it was warned of.
    const accepting = known.of === where ? known.rules : [];
    try {
      return await move(line, { ...to, ...(accepting.length > 0 && { accepting }) });
    } catch (error) {
      const rules = isHttpError(error) ? rulesBroken(error.body.problem) : [];
      if (rules.length === 0) throw error;
      setKnown({ of: where, rules });
      const sentences = error instanceof Error ? error.message : '';
      throw new OnlyWarned(`${sentences} Press “Move the visit” again to move it anyway.`);
    }
  };
  return (
    <FormDialog<MoveValues>
      title={`Move the visit to ${line.schoolName}`}
      consequence={`Planned for ${formatDay(line.date)}, ${line.visitorName}.`}
      submitWords="Move the visit"
      defaultValues={{ choice: '', date: line.date, visitorId: line.visitorId }}
      onSubmit={submit}
      onClose={onClose}
    >
      {days.error && <Failure error={days.error} onRetry={() => void days.refetch()} />}
      {days.isPending && <Waiting words="Looking for the best days…" />}
      {days.data && <Days days={days.data} />}
    </FormDialog>
  );
}

function Days({ days }: { days: readonly VisitPlanDay[] }) {
  const { register, setValue, formState } = useFormContext<MoveValues>();
  const { choice = '' } = useWatch<MoveValues>();
  const nameOf = useNamesOf(days);
  const { name } = register('choice', {
    validate: (value) => (value === '' ? 'Choose a day.' : undefined),
  });
  const missing = formState.errors.choice?.message;
  return (
    <>
      <FormControl error={Boolean(missing)} sx={{ width: '100%' }}>
        <FormLabel id="best-days">
          {days.length > 0 ? 'The best days, best first' : 'No other day keeps every rule'}
        </FormLabel>
        {missing && (
          <Typography role="alert" variant="body2" color="error">
            {missing}
          </Typography>
        )}
        <RadioGroup
          aria-labelledby="best-days"
          name={name}
          value={choice}
          onChange={(_event, value) =>
            setValue('choice', value, { shouldDirty: true, shouldValidate: true })
          }
        >
          {days.map((day, i) => (
            <FormControlLabel
              key={`${day.date} ${day.visitorId}`}
              value={String(i)}
              control={<Radio size="small" />}
              label={dayWords(day, nameOf)}
              sx={{ mr: 0, overflowWrap: 'anywhere' }}
            />
          ))}
          <FormControlLabel value={OTHER} control={<Radio size="small" />} label="Another day…" />
        </RadioGroup>
      </FormControl>
      {choice === OTHER && (
        <>
          <DayInput source="date" label="Date" required />
          <StaffInput visitors source="visitorId" label="Visitor" helperText={false} />
        </>
      )}
    </>
  );
}

/** `Tue 8 Oct 2024 · Callum · with Hatch End Primary · 3.2 km less · in time` */
function dayWords(day: VisitPlanDay, nameOf: (schoolId: string) => string): string {
  const others = day.withSchoolIds.map(nameOf).filter(Boolean);
  return [
    formatDay(day.date),
    day.visitorName,
    others.length > 0 && `with ${new Intl.ListFormat('en-GB').format(others)}`,
    kmMoreInWords(day.kmMore),
    lateInWords(day.halfTermsLate),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Names of the schools of those days: of the plan, or looked up where they are booked. */
function useNamesOf(days: readonly VisitPlanDay[]): (schoolId: string) => string {
  const { lines } = usePlan();
  const known = new Map(lines.map(({ schoolId, schoolName }) => [schoolId, schoolName]));
  const ids = [...new Set(days.flatMap(({ withSchoolIds }) => withSchoolIds))];
  const { data = [] } = useGetMany<School>('schools', { ids: ids.filter((id) => !known.has(id)) });
  for (const school of data) if (school) known.set(school.id, school.name);
  return (id) => known.get(id) ?? '';
}
