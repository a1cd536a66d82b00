import { useState } from 'react';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { SchoolSurvey } from '@tracker/contract';
import { formatDay, validateAnswers } from '@tracker/domain';
import { SurveyForm } from './SurveyForm';
import { useSavedAnswers } from './use-saved-answers';

interface SchoolSurveyFormProps {
  token: string;
  opened: SchoolSurvey;
  onSent: (survey: SchoolSurvey) => void;
}

/** The questions of a school with a link; every answer is saved as it is given. */
export function SchoolSurveyForm({ token, opened, onSent }: SchoolSurveyFormProps) {
  const [tries, setTries] = useState(0);
  const [asking, setAsking] = useState(false);
  const saved = useSavedAnswers(token, opened);
  const { answers, filledInBy } = saved;
  const { phases } = opened;
  // Until somebody tries to send it, only what is wrong is said, not what is missing.
  const errors = validateAnswers(opened, answers, { phases, complete: tries > 0 });
  const check = () => {
    const missing = validateAnswers(opened, answers, { phases, complete: true });
    setTries((before) => before + 1);
    setAsking(Object.keys(missing).length === 0);
  };
  const send = async () => {
    setAsking(false);
    const sent = await saved.send();
    if (sent) onSent(sent);
  };
  return (
    <Box>
      {opened.intro && <Typography sx={{ mt: 2 }}>{opened.intro}</Typography>}
      <Typography variant="body2" sx={{ mt: 1, mb: 3, color: 'text.secondary' }}>
        What you answer is saved as you go; you can close this page and come back until{' '}
        {formatDay(opened.expiresOn)}. The music hub’s team reads your answers to prepare the visit
        and to plan its support. Reports show schools together, never yours alone. Please don’t
        include pupils’ names.
      </Typography>
      <SurveyForm
        version={opened}
        phases={phases}
        answers={answers}
        onAnswer={saved.answer}
        errors={errors}
        focusErrors={tries}
      />
      <TextField
        label="Your name and role"
        helperText="So that your visitor knows whom to ask. You may leave it out."
        value={filledInBy}
        onChange={({ target }) => saved.sign(target.value)}
        fullWidth
        margin="normal"
        sx={{ mt: 4 }}
        slotProps={{ htmlInput: { maxLength: 200 } }}
      />
      {saved.problem && (
        <Alert severity="error" sx={{ mt: 2 }} role="alert">
          {saved.problem}
        </Alert>
      )}
      {tries > 0 && Object.keys(errors).length > 0 && (
        <Alert severity="error" sx={{ mt: 2 }}>
          {Object.values(errors)[0]}
        </Alert>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', mt: 2 }}>
        <Button variant="contained" size="large" onClick={check} disabled={saved.sending}>
          {saved.sending ? 'Sending…' : 'Send the answers'}
        </Button>
        <Typography role="status" variant="body2" sx={{ color: 'text.secondary' }}>
          {saved.state}
        </Typography>
      </Box>
      <Dialog open={asking} onClose={() => setAsking(false)} aria-labelledby="send-survey">
        <DialogTitle id="send-survey">Send your answers?</DialogTitle>
        <DialogContent>
          The music hub gets them, and this page cannot change them any more. What you left out
          stays “not recorded”.
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2 }}>
          <Button onClick={() => setAsking(false)}>Go back</Button>
          <Button variant="contained" onClick={() => void send()}>
            Send
          </Button>
        </DialogActions>
      </Dialog>
    </Box>
  );
}
