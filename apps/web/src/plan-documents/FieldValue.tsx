import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { PlanFieldReading } from '@tracker/contract';
import type { PlanField, PlanFieldValue } from '@tracker/domain';
import { valueInWords, WHY_WORDS } from './field-words';

/** A value, a line for each thing it holds. */
export function Value({ field, value }: { field: PlanField; value: PlanFieldValue }) {
  const lines = valueInWords(field, value);
  if (lines.length < 2) return <>{lines[0] ?? ''}</>;
  return (
    <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </Box>
  );
}

/** What was read, or which way nothing was. */
export function AsRead({ of: { field, value, why } }: { of: PlanFieldReading }) {
  if (value !== null) return <Value {...{ field, value }} />;
  return (
    <Typography component="span" variant="inherit" sx={{ fontStyle: 'italic' }}>
      {WHY_WORDS[why ?? 'not_stated']}
    </Typography>
  );
}
