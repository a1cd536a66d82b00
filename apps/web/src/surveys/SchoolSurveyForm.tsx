import { useState } from 'react';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { SchoolSurvey } from '@tracker/contract';
import { answersToKeep, surveyPageOf, surveyPages, validateAnswers } from '@tracker/domain';
import { AboutSurvey } from './AboutSurvey';
import type { SentAnswers } from './SentSurvey';
import { SchoolSurveyCheck } from './SchoolSurveyCheck';
import { SurveyPageForm } from './SurveyPageForm';
import { usePage } from './use-page';
import { useSavedAnswers } from './use-saved-answers';

interface SchoolSurveyFormProps {
  token: string;
  opened: SchoolSurvey;
  onSent: (survey: SchoolSurvey, sent: SentAnswers) => void;
}

/** The questions of a school with a link, a section at a time; every answer is saved as it is given. */
export function SchoolSurveyForm({ token, opened, onSent }: SchoolSurveyFormProps) {
  const [tries, setTries] = useState(0);
  const [wantsToSend, setWantsToSend] = useState(false);
  const saved = useSavedAnswers(token, opened);
  const { answers, filledInBy } = saved;
  const { phases } = opened;
  const pages = surveyPages(opened, answers, phases);
  const { at, goTo, sought } = usePage(pages.length + 1);
  // Until somebody tries to send it, only what is wrong is said, not what is missing.
  const errors = validateAnswers(opened, answers, { phases, complete: wantsToSend });
  const page = pages[at];
  const goOn = () => {
    const wrong = validateAnswers(opened, answers, { phases, complete: false });
    if (page?.questions.some(({ key }) => Object.hasOwn(wrong, key))) setTries((n) => n + 1);
    else goTo(at + 1);
  };
  const send = async () => {
    const kept = answersToKeep(opened, answers, phases);
    const sent = await saved.send();
    if (sent) onSent(sent, { asked: opened, answers: kept, filledInBy: filledInBy.trim() });
  };
  return (
    <Box sx={{ mt: 2 }}>
      {at === 0 && <AboutSurvey survey={opened} />}
      {page ? (
        <SurveyPageForm
          {...{ pages, at, sought, answers, errors }}
          onGoTo={goTo}
          onAnswer={saved.answer}
          focusErrors={tries}
        />
      ) : (
        <SchoolSurveyCheck
          {...{ pages, errors, filledInBy }}
          onSign={saved.sign}
          onGoTo={(to, question) => goTo(to, question)}
          onFault={(question) => goTo(surveyPageOf(pages, question), question)}
          onTry={() => {
            setWantsToSend(true);
            const faults = validateAnswers(opened, answers, { phases, complete: true });
            return Object.keys(faults).length === 0;
          }}
          onSend={send}
          sending={saved.sending}
        />
      )}
      {saved.problem && (
        <Alert severity="error" sx={{ mt: 2 }} role="alert">
          {saved.problem}
        </Alert>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', mt: 3 }}>
        {at > 0 && (
          <Button variant="outlined" size="large" onClick={() => goTo(at - 1)}>
            Back
          </Button>
        )}
        {page && (
          <Button variant="contained" size="large" onClick={goOn}>
            {at === pages.length - 1 ? 'Check your answers' : 'Next'}
          </Button>
        )}
        <Typography role="status" variant="body2" sx={{ color: 'text.secondary' }}>
          {saved.state}
        </Typography>
      </Box>
    </Box>
  );
}
