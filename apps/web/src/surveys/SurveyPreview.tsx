import { useState } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import {
  plural,
  QUESTION_PHASE_LABELS,
  QUESTION_PHASES,
  type QuestionPhase,
  type SurveyQuestion,
  surveyCount,
  surveyPages,
  validateAnswers,
} from '@tracker/domain';
import { SurveyPageForm } from './SurveyPageForm';

interface SurveyPreviewProps {
  version: { questions: readonly SurveyQuestion[]; intro: string | null };
}

/** The survey as wide as a phone, to be tried out; nothing of it is kept. */
export function SurveyPreview({ version }: SurveyPreviewProps) {
  const [phase, setPhase] = useState<QuestionPhase | ''>('');
  const [answers, setAnswers] = useState<Record<string, unknown>>({});
  const phases = phase === '' ? [] : [phase];
  const [opened, setOpened] = useState(0);
  const pages = surveyPages(version, answers, phases);
  const shown = surveyCount(pages).asked;
  const at = Math.min(opened, pages.length - 1);
  return (
    <Box>
      <TextField
        select
        label="As a school sees it"
        value={phase}
        onChange={({ target }) => setPhase(target.value as QuestionPhase | '')}
        sx={{ minWidth: 260, mb: 1 }}
        slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
      >
        <MenuItem value="">Of any phase</MenuItem>
        {QUESTION_PHASES.map((key) => (
          <MenuItem key={key} value={key}>
            {QUESTION_PHASE_LABELS[key]}
          </MenuItem>
        ))}
      </TextField>
      <Typography role="status" variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
        {plural(shown, 'question')} of {version.questions.length} with these answers. Try it:
        nothing is saved.
      </Typography>
      <Box
        sx={{
          width: '100%',
          maxWidth: 390,
          p: 2,
          border: 1,
          borderColor: 'divider',
          borderRadius: 3,
          bgcolor: 'background.paper',
        }}
      >
        {at === 0 && version.intro && <Typography sx={{ mb: 2 }}>{version.intro}</Typography>}
        <SurveyPageForm
          {...{ pages, at, answers }}
          onGoTo={setOpened}
          onAnswer={(key, answer) => setAnswers((before) => ({ ...before, [key]: answer }))}
          errors={validateAnswers(version, answers, { phases, complete: false })}
        />
        {pages.length > 1 && (
          <Box sx={{ display: 'flex', gap: 1, mt: 2 }}>
            <Button variant="outlined" disabled={at === 0} onClick={() => setOpened(at - 1)}>
              Back
            </Button>
            <Button
              variant="outlined"
              disabled={at === pages.length - 1}
              onClick={() => setOpened(at + 1)}
            >
              Next
            </Button>
          </Box>
        )}
      </Box>
    </Box>
  );
}
