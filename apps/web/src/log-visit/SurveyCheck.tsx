import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { surveyCount } from '@tracker/domain';
import { UnansweredList } from '../surveys/UnansweredList';
import { pagesOfLog } from './survey-of-log';
import type { StepProps } from './step-props';

type SurveyCheckProps = Pick<StepProps, 'typed' | 'change' | 'scene' | 'onGoTo'>;

/** What of the survey has no answer, and whether it counts as completed like this. */
export function SurveyCheck({ typed, change, scene, onGoTo }: SurveyCheckProps) {
  const pages = pagesOfLog(typed, scene);
  const { asked, answered } = surveyCount(pages);
  const { survey } = typed;
  if (!survey || answered === asked) return null;
  if (answered === 0) {
    return (
      <Button
        variant="outlined"
        onClick={() => change({ survey: { ...survey, asked: false } })}
        sx={{ mt: 1 }}
      >
        We did not go through the survey
      </Button>
    );
  }
  const { partly } = survey;
  return (
    <Box sx={{ mt: 1 }}>
      <FormControlLabel
        sx={{ minHeight: 44 }}
        label="Unfinished: keep the answers, but do not count the survey as completed"
        control={
          <Checkbox
            name="survey.partly"
            checked={partly}
            onChange={(_, checked) => change({ survey: { ...survey, partly: checked } })}
          />
        }
      />
      <Typography variant="body2" role="status" sx={{ color: 'text.secondary', mb: 1 }}>
        {partly
          ? 'Not completed: the answers are kept, and the visit counts without a survey.'
          : 'Once sent, the survey counts as completed; questions without an answer stay “not recorded”.'}
      </Typography>
      <UnansweredList
        pages={pages}
        headingLevel={4}
        onGoTo={(page, question) => onGoTo({ step: 'survey', page }, question)}
      />
    </Box>
  );
}
