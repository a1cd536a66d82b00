import { NumberInput } from 'react-admin';
import type { ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import {
  type FactorName,
  FACTORS,
  oneDecimal,
  sumOfPoints,
  WEIGHT_FIELDS,
  type WeightField,
  type WeightPart,
} from '@tracker/domain';
import { Section } from '../layout/Section';
import { pointField, type RulesForm, rulesOf } from './rules-form';

const BY_HEADING = new Map<string, [WeightField, ...WeightField[]]>();
// Those of several numbers first.
const [single, several] = [true, false].map((alone) =>
  WEIGHT_FIELDS.filter(({ name }) => (name === null) === alone),
) as [WeightField[], WeightField[]];
for (const field of [...several, ...single]) {
  const { heading } = FACTORS[field.factor];
  const together = BY_HEADING.get(heading);
  if (together) together.push(field);
  else BY_HEADING.set(heading, [field]);
}

/** What makes a school urgent, in points that add up to 100. */
export function PointInputs({ newFactors }: { newFactors: readonly FactorName[] }) {
  return (
    <Section title="Points of the score">
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
        Within the schools not visited in three years, those due and those on track, the score says
        which come first. No points lift a school out of its group.
      </Typography>
      {[...BY_HEADING].map(([heading, fields]) => (
        <Factor key={heading} heading={heading} words={FACTORS[fields[0].factor].words}>
          {fields.map((field) => (
            <PointInput
              key={pointField(field)}
              field={field}
              isNew={newFactors.includes(field.factor) && field.part.unit === 'points'}
            />
          ))}
        </Factor>
      ))}
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
          alignItems: 'start',
          gridTemplateColumns: { sm: '1fr 1fr 1fr' },
        }}
      >
        {children}
      </Box>
    </Box>
  );
}

const BOUNDS: Record<WeightPart['unit'], object> = {
  points: { min: 0, max: 100, step: 'any' },
  months: { min: 0, step: 1 },
  percent: { min: 0, max: 100 },
};

function PointInput({ field, isNew }: { field: WeightField; isNew: boolean }) {
  const { label, unit } = field.part;
  return (
    <NumberInput
      source={pointField(field)}
      label={label}
      helperText={isNew && 'New since you saved your points: has no points yet.'}
      {...BOUNDS[unit]}
    />
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
