import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { SurveyPageForm } from '../surveys/SurveyPageForm';
import { pagesOfLog } from './survey-of-log';
import type { StepProps } from './step-props';

/**
 * The survey, asked during the visit, a section at a time; what is known already is filled in. Its
 * introduction is for schools that answer by themselves and is not shown to the visitor.
 */
export function SurveyStep(props: StepProps) {
  const { typed, change, scene, errors, attempts, page, sought, onGoTo } = props;
  const { survey } = typed;
  if (!survey) return null;
  const { version, answers, asked } = survey;
  const own = Object.entries(errors).flatMap(([field, message]) => {
    const key = field.replace(/^survey\.answers\./, '');
    return key === field ? [] : [[key, message] as const];
  });
  return (
    <>
      {page === 0 && (
        <>
          <Typography sx={{ fontWeight: 650 }}>{version.title}</Typography>
          <FormControlLabel
            sx={{ minHeight: 44, mb: 1 }}
            label="We went through the survey"
            control={
              <Checkbox
                name="survey"
                checked={asked}
                onChange={(_, checked) => change({ survey: { ...survey, asked: checked } })}
              />
            }
          />
        </>
      )}
      {asked && (
        <SurveyPageForm
          pages={pagesOfLog(typed, scene)}
          at={page}
          sought={sought}
          onGoTo={(to) => onGoTo({ step: 'survey', page: to })}
          answers={answers}
          onAnswer={(key, answer) =>
            change({ survey: { ...survey, answers: { ...answers, [key]: answer } } })
          }
          errors={Object.fromEntries(own)}
          focusErrors={attempts}
          known={scene.place.known}
          headingLevel={3}
        />
      )}
    </>
  );
}
