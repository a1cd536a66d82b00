import { NumberInput } from 'react-admin';
import type { ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { oneDecimal, sumOfPoints } from '@tracker/domain';
import { Section } from '../layout/Section';
import { POINT_LABELS, type RulesForm, rulesOf } from './rules-form';

/** What makes a school urgent, in points that add up to 100. */
export function PointInputs() {
  return (
    <Section title="Points of the score">
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
        Within the schools not visited in three years, those due and those on track, the score says
        which come first. No points lift a school out of its group.
      </Typography>
      <Factor
        heading="Time since the last visit"
        words="None at first, then in proportion up to the most; never visited: the most"
      >
        <Points source="timeMost" />
        <Months source="timeFromMonths" />
        <Months source="timeFullMonths" />
      </Factor>
      <Factor
        heading="Pupils eligible for free school meals"
        words="Proportional to the percentage; unknown scores 0 and is shown as unknown"
      >
        <Points source="mealsMost" />
        <NumberInput
          source="mealsFullPercent"
          label={POINT_LABELS.mealsFullPercent}
          helperText={false}
          min={0}
          max={100}
        />
      </Factor>
      <Factor heading="Actions past their due date" words="For each of them, up to the most">
        <Points source="actionsMost" />
        <Points source="actionsEach" />
      </Factor>
      <Factor heading="All or nothing" words="The points are given whole">
        <Points source="noMusicPlan" />
        <Points source="specialOrAlternative" />
        <Points source="noMusicLead" />
      </Factor>
      <Sum />
    </Section>
  );
}

function Factor(props: { heading: string; words: string; children: ReactNode }) {
  const { heading, words, children } = props;
  return (
    <Box role="group" aria-label={heading} sx={{ borderTop: 1, borderColor: 'divider', py: 1.5 }}>
      <Typography variant="h3">{heading}</Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
        {words}
      </Typography>
      <Box
        sx={{
          display: 'grid',
          columnGap: 2,
          alignItems: 'end',
          gridTemplateColumns: { sm: '1fr 1fr 1fr' },
        }}
      >
        {children}
      </Box>
    </Box>
  );
}

function Points({ source }: { source: keyof typeof POINT_LABELS }) {
  return (
    <NumberInput
      source={source}
      label={POINT_LABELS[source]}
      helperText={false}
      min={0}
      max={100}
      step="any"
    />
  );
}

function Months({ source }: { source: keyof typeof POINT_LABELS }) {
  return (
    <NumberInput source={source} label={POINT_LABELS[source]} helperText={false} min={0} step={1} />
  );
}

/** Follows what is typed. */
function Sum() {
  const sum = oneDecimal(sumOfPoints(rulesOf(useWatch() as RulesForm).weights));
  const words = Number.isNaN(sum)
    ? 'A number is missing. Together the points must be 100.'
    : sum === 100
      ? 'Together: 100 points'
      : `Together: ${sum} points. They must be 100.`;
  return (
    <Typography
      aria-live="polite"
      sx={{ fontWeight: 650, pt: 1, color: sum === 100 ? undefined : 'error.main' }}
    >
      {words}
    </Typography>
  );
}
