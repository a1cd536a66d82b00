import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import type { LogStep } from '../on-device/device-log';
import { errorsOfStep, type LogErrors } from './check-log';
import { STEP_WORDS } from './log-in-words';

interface StepListProps {
  steps: readonly LogStep[];
  current: LogStep;
  errors: LogErrors;
  onGoTo: (step: LogStep) => void;
}

/** Where one is, and the way to any other step. */
export function StepList({ steps, current, errors, onGoTo }: StepListProps) {
  return (
    <Box component="nav" aria-label="Steps of the log" sx={{ mb: 1.5 }}>
      <Box
        component="ol"
        sx={{ listStyle: 'none', m: 0, p: 0, display: 'flex', flexWrap: 'wrap', gap: 0.75 }}
      >
        {steps.map((step, i) => {
          const isCurrent = step === current;
          const faults = Object.keys(errorsOfStep(errors, step)).length;
          return (
            <li key={step}>
              <ButtonBase
                onClick={() => onGoTo(step)}
                aria-current={isCurrent ? 'step' : undefined}
                sx={{
                  ...{ minHeight: 40, px: 1.5, borderRadius: 5, border: 1, fontSize: '0.875rem' },
                  borderColor: isCurrent ? 'primary.main' : 'divider',
                  bgcolor: isCurrent ? 'primary.main' : 'background.paper',
                  color: isCurrent ? 'primary.contrastText' : 'text.primary',
                  fontWeight: isCurrent ? 700 : 500,
                }}
              >
                {i + 1}. {STEP_WORDS[step]}
                {faults > 0 && ' (!)'}
              </ButtonBase>
            </li>
          );
        })}
      </Box>
    </Box>
  );
}
