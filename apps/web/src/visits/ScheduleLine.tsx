import type { ReactNode } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Visit } from '@tracker/contract';
import { DayInput } from '../fields/DayInput';
import { StaffInput, TimeInput } from '../fields/inputs';
import { CapacityNote } from '../planning/CapacityNote';
import { FreeDayChips } from '../planning/FreeDayChips';
import { PlanWarnings } from '../planning/PlanWarnings';
import type { VisitLine } from './new-visit';
import { notPast } from './not-past';
import { whenInWords } from './visit-words';

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
  /** Why the server did not take it. */
  problem: string | undefined;
}

/** What is planned at the school already, so that nobody plans it twice unawares. */
function plannedInWords(open: readonly Visit[]): string | null {
  const booked = open.filter(({ scheduledOn }) => scheduledOn !== null).map(whenInWords);
  const proposed = open.some(({ status }) => status === 'proposed');
  if (booked.length > 0) {
    const days = new Intl.ListFormat('en-GB').format(booked);
    const what = proposed ? 'The proposed visit would be' : 'This would be';
    return `A visit is already planned for ${days}. ${what} another one.`;
  }
  return proposed ? 'The visit that is already proposed gets this date.' : null;
}

/** Date, time and visitor of one school's visit, with free days and what speaks against it. */
export function ScheduleLine(props: ScheduleLineProps) {
  const { source, name, heading, open, visit, from, taken, problem } = props;
  const { setValue } = useFormContext();
  const line = useWatch({ name: source }) as VisitLine | undefined;
  const planned = plannedInWords(open);
  if (!line) return null;
  const { schoolId, scheduledOn, startTime, visitorId } = line;
  const choose = (day: string) =>
    setValue(`${source}.scheduledOn`, day, { shouldDirty: true, shouldValidate: true });
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
      <CapacityNote visitorId={visitorId ?? ''} day={scheduledOn ?? ''} />
      <FreeDayChips
        visitorId={visitorId ?? ''}
        from={from}
        taken={taken}
        chosen={scheduledOn ?? ''}
        onChoose={choose}
      />
      <PlanWarnings
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
