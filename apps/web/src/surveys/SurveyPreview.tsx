import { useState } from 'react';
import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import {
  plural,
  QUESTION_PHASE_LABELS,
  QUESTION_PHASES,
  type QuestionPhase,
  type SurveyQuestion,
  validateAnswers,
  visibleQuestions,
} from '@tracker/domain';
import { SurveyForm } from './SurveyForm';

interface SurveyPreviewProps {
  version: { questions: readonly SurveyQuestion[]; intro: string | null };
}

/** The survey as wide as a phone, to be tried out; nothing of it is kept. */
export function SurveyPreview({ version }: SurveyPreviewProps) {
  const [phase, setPhase] = useState<QuestionPhase | ''>('');
  const [answers, setAnswers] = useState<Record<string, unknown>>({});
  const phases = phase === '' ? [] : [phase];
  const shown = visibleQuestions(version, answers, phases).length;
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
        {version.intro && <Typography sx={{ mb: 2 }}>{version.intro}</Typography>}
        <SurveyForm
          version={version}
          phases={phases}
          answers={answers}
          onAnswer={(key, answer) => setAnswers((before) => ({ ...before, [key]: answer }))}
          errors={validateAnswers(version, answers, { phases, complete: false })}
        />
      </Box>
    </Box>
  );
}
