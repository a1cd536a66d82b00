import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { NotRecorded } from '../fields/texts';
import { LOG_STEPS } from '../on-device/device-log';
import { inOrder, placeInWords } from './check-log';
import { logInWords, STEP_WORDS } from './log-in-words';
import type { StepProps } from './step-props';
import { SurveyCheck } from './SurveyCheck';

/** All of it once more, with what is missing first. */
export function CheckStep({ typed, change, scene, errors, onGoTo }: StepProps) {
  const words = logInWords(typed, scene);
  const missing = inOrder(errors);
  return (
    <>
      {missing.length > 0 && (
        <Alert severity="error" sx={{ mb: 2 }} tabIndex={-1} data-first-error>
          {missing.length === 1 ? 'One thing is' : `${missing.length} things are`} missing or not
          right yet:
          <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
            {missing.map(([field, message]) => (
              <li key={field}>
                {placeInWords(field)}: {message}
              </li>
            ))}
          </Box>
        </Alert>
      )}
      {LOG_STEPS.filter((step) => words.some(([of]) => of === step)).map((step) => (
        <Box
          key={step}
          component="section"
          aria-label={STEP_WORDS[step]}
          sx={{ borderTop: 1, borderColor: 'divider', py: 1 }}
        >
          <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between' }}>
            <Typography variant="h3">{STEP_WORDS[step]}</Typography>
            <Button
              aria-label={`Change: ${STEP_WORDS[step]}`}
              onClick={() => onGoTo({ step, page: 0 })}
            >
              Change
            </Button>
          </Box>
          <Box component="dl" sx={{ m: 0, display: 'grid', gap: 0.75 }}>
            {words
              .filter(([of]) => of === step)
              .map(([, label, text]) => (
                <div key={label}>
                  <Typography component="dt" variant="body2" sx={{ color: 'text.secondary' }}>
                    {label}
                  </Typography>
                  <Typography
                    component="dd"
                    sx={{ m: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
                  >
                    {text ?? <NotRecorded />}
                  </Typography>
                </div>
              ))}
          </Box>
          {step === 'survey' && <SurveyCheck {...{ typed, change, scene, onGoTo }} />}
        </Box>
      ))}
    </>
  );
}
