import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { SurveyForm } from '../surveys/SurveyForm';
import type { StepProps } from './step-props';

/** The survey, asked during the visit; what is known already is filled in. */
export function SurveyStep({ typed, change, scene, errors, attempts }: StepProps) {
  const { survey } = typed;
  if (!survey) return null;
  const { version, answers, asked, partly } = survey;
  const own = Object.entries(errors).flatMap(([field, message]) => {
    const key = field.replace(/^survey\.answers\./, '');
    return key === field ? [] : [[key, message] as const];
  });
  const { phases, known } = scene.place;
  return (
    <>
      <Typography sx={{ fontWeight: 650 }}>{version.title}</Typography>
      {version.intro && <Typography sx={{ mb: 1 }}>{version.intro}</Typography>}
      <FormControlLabel
        sx={{ minHeight: 44 }}
        label="We went through the survey"
        control={
          <Checkbox
            name="survey"
            checked={asked}
            onChange={(_, checked) => change({ survey: { ...survey, asked: checked } })}
          />
        }
      />
      {asked && (
        <FormControlLabel
          sx={{ minHeight: 44, mb: 1 }}
          label="Unfinished: keep the answers, but do not count the survey as completed"
          control={
            <Checkbox
              name="survey.partly"
              checked={partly}
              onChange={(_, checked) => change({ survey: { ...survey, partly: checked } })}
            />
          }
        />
      )}
      {asked && (
        <SurveyForm
          version={version}
          phases={phases}
          answers={answers}
          onAnswer={(key, answer) =>
            change({ survey: { ...survey, answers: { ...answers, [key]: answer } } })
          }
          errors={Object.fromEntries(own)}
          focusErrors={attempts}
          known={known}
          headingLevel={3}
        />
      )}
    </>
  );
}
