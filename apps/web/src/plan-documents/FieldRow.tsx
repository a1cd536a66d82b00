import { type KeyboardEvent, lazy, Suspense } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { PlanFieldReading } from '@tracker/contract';
import { PLAN_WARNING_SENTENCES, type PlanFieldValue, PLAN_FIELD_WORDS } from '@tracker/domain';
import { ToneChip } from '../fields/ToneChip';
import { Waiting } from '../layout/Waiting';
import { type Decision, decidedValue } from './decisions';
import { MARK_WORDS } from './field-words';
import { AsRead, Value } from './FieldValue';
import { fieldElementId } from './field-focus';

const FieldEditor = lazy(() => import('./FieldEditor'));

export interface FieldActions {
  decide: (field: PlanFieldReading, decision: Decision) => void;
  change: (field: PlanFieldReading, value: PlanFieldValue) => void;
  /** Opens the editor of a field; null closes it. */
  edit: (field: PlanFieldReading | null) => void;
  choose: (field: PlanFieldReading) => void;
}

interface FieldRowProps extends FieldActions {
  reading: PlanFieldReading;
  decision: Decision | undefined;
  chosen: boolean;
  editing: boolean;
  suggestedYears: readonly string[];
}

/** One field: what was read, what it is warned of, and what the person says of it. */
export function FieldRow(props: FieldRowProps) {
  const { reading, decision, chosen, editing, choose, edit, decide } = props;
  const { field, mark, warnings, value } = reading;
  const name = PLAN_FIELD_WORDS[field];
  const press = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey)
      return;
    const pressed = event.key.toLowerCase();
    if (pressed === 'enter' && value !== null) decide(reading, { outcome: 'right' });
    else if (pressed === 'c' || pressed === 'enter') edit(reading);
    else if (pressed === 'n') decide(reading, { outcome: 'not_stated' });
    else return;
    event.preventDefault();
  };
  return (
    <Box
      component="li"
      onFocusCapture={() => choose(reading)}
      onClick={() => choose(reading)}
      sx={{ ...ROW, ...(chosen && CHOSEN) }}
    >
      <Box
        id={fieldElementId(field)}
        data-field={field}
        role="group"
        tabIndex={0}
        aria-label={`${name}: ${decision ? OUTCOME_WORDS[decision.outcome] : 'not decided'}`}
        onKeyDown={press}
        sx={{ borderRadius: 1 }}
      >
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
          <Typography component="h3" variant="h3">
            {name}
          </Typography>
          {decision ? (
            <ToneChip
              tone={decision.outcome === 'right' ? 'fine' : 'booked'}
              label={OUTCOME_WORDS[decision.outcome]}
            />
          ) : (
            mark && <ToneChip tone={MARK_TONES[mark]} label={MARK_WORDS[mark]} />
          )}
        </Box>
        <Said reading={reading} decision={decision} />
        {warnings.map((key) => (
          <Typography key={key} variant="body2" sx={WARNING}>
            {PLAN_WARNING_SENTENCES[key]}
          </Typography>
        ))}
      </Box>
      {editing ? (
        <Suspense fallback={<Waiting words="Opening the field…" />}>
          <FieldEditor
            reading={reading}
            value={decidedValue(reading, decision) ?? value}
            suggestedYears={props.suggestedYears}
            onSave={(typed) => props.change(reading, typed)}
            onClose={() => edit(null)}
          />
        </Suspense>
      ) : (
        <Presses {...{ reading, decision, decide, edit }} />
      )}
    </Box>
  );
}

function Said({ reading, decision }: Pick<FieldRowProps, 'reading' | 'decision'>) {
  const { field } = reading;
  return (
    <>
      {decision?.outcome === 'changed' && (
        <Typography component="div" sx={{ overflowWrap: 'anywhere' }}>
          <Value field={field} value={decision.value} />
        </Typography>
      )}
      <Typography
        component="div"
        variant={decision && decision.outcome !== 'right' ? 'body2' : 'body1'}
        sx={{
          overflowWrap: 'anywhere',
          ...(decision && decision.outcome !== 'right' && { color: 'text.secondary' }),
        }}
      >
        {decision && decision.outcome !== 'right' && 'Read as: '}
        <AsRead of={reading} />
      </Typography>
    </>
  );
}

function Presses(props: Pick<FieldRowProps, 'reading' | 'decision' | 'decide' | 'edit'>) {
  const { reading, decision, decide, edit } = props;
  const name = PLAN_FIELD_WORDS[reading.field];
  const outcome = decision?.outcome;
  const isYears = reading.field === 'academicYears';
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 0.75 }}>
      {reading.value !== null && (
        <Button
          size="small"
          variant={outcome === 'right' ? 'contained' : 'outlined'}
          aria-pressed={outcome === 'right'}
          aria-label={`Right: ${name}`}
          onClick={() => decide(reading, { outcome: 'right' })}
        >
          Right
        </Button>
      )}
      <Button
        size="small"
        variant={outcome === 'changed' ? 'contained' : 'outlined'}
        aria-label={`${reading.value === null ? 'Fill in' : 'Change'}: ${name}`}
        onClick={() => edit(reading)}
      >
        {reading.value === null ? 'Fill in' : 'Change'}
      </Button>
      {!isYears && (reading.value !== null || reading.warnings.length > 0) && (
        <Button
          size="small"
          variant={outcome === 'not_stated' ? 'contained' : 'outlined'}
          aria-pressed={outcome === 'not_stated'}
          aria-label={`Not stated: ${name}`}
          onClick={() => decide(reading, { outcome: 'not_stated' })}
        >
          Not stated
        </Button>
      )}
    </Box>
  );
}

export const OUTCOME_WORDS = {
  right: 'Right',
  changed: 'Changed',
  not_stated: 'Not stated',
} as const;

const MARK_TONES = { sure: 'fine', likely: 'soon', unsure: 'late' } as const;

const ROW = {
  ...{ listStyle: 'none', py: 1.25, px: 1.5, borderLeft: 4, borderColor: 'transparent' },
  '& + li': { borderTop: '1px solid', borderTopColor: 'divider' },
} as const;
const CHOSEN = { borderLeftColor: 'primary.main', bgcolor: 'action.hover' } as const;
const WARNING = { fontWeight: 650, mt: 0.25 } as const;
