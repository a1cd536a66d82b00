import { useEffect, useRef } from 'react';
import { useInput } from 'react-admin';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import type { VisitWarningsQuery } from '@tracker/contract';
import type { VisitWarning } from '@tracker/domain';
import { useVisitWarnings } from './use-planning';

interface PlanWarningsProps {
  /** Of the form's field that keeps the warnings accepted, a `VisitWarning[]`. */
  source: string;
  plan: VisitWarningsQuery;
  /** What else speaks against it that the server does not know yet. */
  more?: readonly VisitWarning[];
}

const UNANSWERED = 'Tick “Schedule anyway” or choose another day.';

/**
 * What speaks against the plan, and a box to tick for going ahead all the same. Ticked, it holds for
 * the sentences above it and for nothing that turns up later.
 */
export function PlanWarnings({ source, plan, more = [] }: PlanWarningsProps) {
  const known = useVisitWarnings(plan);
  const unknown = more.filter(({ message }) => known.every((each) => each.message !== message));
  const warnings = [...known, ...unknown];
  if (warnings.length === 0) return null;
  return <Warned source={source} warnings={warnings} />;
}

interface WarnedProps {
  source: string;
  warnings: VisitWarning[];
}

function Warned({ source, warnings }: WarnedProps) {
  const isAccepted = (value: unknown) => {
    const accepted = Array.isArray(value) ? (value as VisitWarning[]) : [];
    return warnings.every(({ message }) => accepted.some((each) => each.message === message));
  };
  const { field, fieldState, id } = useInput<VisitWarning[]>({
    source,
    validate: (value) => (isAccepted(value) ? undefined : UNANSWERED),
  });
  const sentences = warnings.map(({ message }) => message).join(' ');
  const before = useRef(sentences);
  const { onChange } = field;
  useEffect(() => {
    if (before.current === sentences) return;
    before.current = sentences;
    // What was accepted was another warning.
    onChange([]);
  }, [sentences, onChange]);
  const missing = Boolean(fieldState.error);
  return (
    <Alert severity="warning" role="group" aria-label="Warnings" sx={{ mt: 1 }}>
      <Box role="status">{sentences}</Box>
      <FormControlLabel
        control={
          <Checkbox
            size="small"
            checked={isAccepted(field.value)}
            onChange={(_event, checked) => onChange(checked ? warnings : [])}
            onBlur={field.onBlur}
            slotProps={{
              input: {
                ref: field.ref,
                'aria-invalid': missing,
                'aria-describedby': missing ? `${id}-missing` : undefined,
              },
            }}
          />
        }
        label="Schedule anyway"
      />
      {missing && (
        <FormHelperText id={`${id}-missing`} error>
          {UNANSWERED}
        </FormHelperText>
      )}
    </Alert>
  );
}
