import type { ReactNode } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { BestDay, Visit } from '@tracker/contract';
import { isDay, type VisitWarning } from '@tracker/domain';
import { DayInput } from '../fields/DayInput';
import { StaffInput, TimeInput } from '../fields/inputs';
import { CapacityNote } from '../planning/CapacityNote';
import { BestDayChips } from '../planning/BestDayChips';
import { FreeDayChips } from '../planning/FreeDayChips';
import { useBestDays, useFreeDays } from '../planning/use-planning';
import { PlanWarnings } from '../planning/PlanWarnings';
import type { VisitLine } from './new-visit';
import { notPast } from './not-past';
import { whenInWords } from '../fields/visit-words';

interface ScheduleLineProps {
  /** Of the line in the form, a `VisitLine`. */
  source: string;
  name: string;
  heading: ReactNode;
  /** The visits to the school that are proposed, scheduled or confirmed. */
  open: readonly Visit[];
  /** The visit that gets the date, where there is one already. */
  visit: Visit | undefined;
  /** The first day to suggest. */
  from: string;
  /** Days on which the same visitor goes elsewhere by this form. */
  taken: readonly string[];
  /** All lines of the form that are not saved yet, this one among them. */
  lines: readonly VisitLine[];
  /** What speaks against it because of the form's other lines. */
  clashes: readonly VisitWarning[];
  /** Why the server did not take it. */
  problem: string | undefined;
}

/** What is planned at the school already, until a day is chosen: then the warnings say it. */
function plannedInWords(open: readonly Visit[], chosen: boolean): string | null {
  const days = open.filter(({ scheduledOn }) => scheduledOn !== null);
  if (days.length > 0 && !chosen) {
    const unlogged = days.filter(({ unlogged: is }) => is).map(whenInWords);
    const booked = days.filter(({ unlogged: is }) => !is).map(whenInWords);
    const list = (words: string[]) => new Intl.ListFormat('en-GB').format(words);
    return [
      ...(booked.length > 0 ? [`A visit is already booked for ${list(booked)}.`] : []),
      ...(unlogged.length > 0 ? [`The visit of ${list(unlogged)} is not logged yet.`] : []),
    ].join(' ');
  }
  const proposed = open.some(({ status }) => status === 'proposed');
  return proposed ? 'The visit that is already proposed gets this date.' : null;
}

/** Date, time and visitor of one school's visit, with the planner's days and what speaks against it. */
export function ScheduleLine(props: ScheduleLineProps) {
  const { source, name, heading, open, visit, from, taken, lines, clashes, problem } = props;
  const { setValue } = useFormContext();
  const line = useWatch({ name: source }) as VisitLine | undefined;
  const best = useBestDays(line?.schoolId ?? '', from, line?.visitorId);
  const hasNone = best?.days.length === 0;
  const free = useFreeDays(hasNone ? (line?.visitorId ?? '') : '', from, taken);
  if (!line) return null;
  const planned = plannedInWords(open, isDay(line.scheduledOn));
  const { schoolId, scheduledOn, startTime, visitorId } = line;
  const choose = (day: string) =>
    setValue(`${source}.scheduledOn`, day, { shouldDirty: true, shouldValidate: true });
  const chooseBest = (day: BestDay) => {
    setValue(`${source}.visitorId`, day.visitorId, { shouldDirty: true });
    choose(day.date);
  };
  return (
    <Box role="group" aria-label={name}>
      {heading}
      {problem && (
        <Alert severity="error" sx={{ my: 1 }}>
          {problem}
        </Alert>
      )}
      {planned && (
        <Typography variant="body2" sx={{ fontWeight: 650, mb: 0.5 }}>
          {planned}
        </Typography>
      )}
      <Box sx={LINE}>
        <DayInput source={`${source}.scheduledOn`} label="Date" required check={notPast} />
        <TimeInput source={`${source}.startTime`} />
        <StaffInput visitors source={`${source}.visitorId`} label="Visitor" helperText={false} />
      </Box>
      <CapacityNote
        visitorId={visitorId ?? ''}
        day={scheduledOn || (best?.days[0]?.date ?? free[0] ?? '')}
        lines={lines}
      />
      <BestDayChips
        days={best?.days ?? []}
        chosen={{ day: scheduledOn ?? '', visitorId: visitorId ?? '' }}
        onChoose={chooseBest}
      />
      {best?.why && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          The planner has no day for it. {best.why}
        </Typography>
      )}
      <FreeDayChips days={free} chosen={scheduledOn ?? ''} onChoose={choose} />
      <PlanWarnings
        more={clashes}
        source={`${source}.accepting`}
        plan={{
          schoolId,
          scheduledOn: scheduledOn ?? '',
          startTime: startTime ?? '',
          visitorId: visitorId ?? '',
          kind: visit?.kind,
          exceptVisitId: visit?.id,
        }}
      />
    </Box>
  );
}

const LINE = {
  display: 'grid',
  gridTemplateColumns: { xs: '1fr', sm: '1.3fr 0.9fr 1.3fr' },
  columnGap: 1.5,
};
