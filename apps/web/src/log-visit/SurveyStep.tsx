import Typography from '@mui/material/Typography';
import type { StepProps } from './step-props';

/** The survey, asked during the visit. */
export function SurveyStep({ typed }: StepProps) {
  return <Typography>{typed.survey?.version.title}</Typography>;
}
