import Typography from '@mui/material/Typography';
import { formatDay } from '@tracker/domain';
import type { BriefSurvey as Survey } from '@tracker/contract';
import { Section } from '../layout/Section';

/** What the school said itself, the newest answer to each question. */
export function BriefSurvey({ survey }: { survey: Survey | null }) {
  if (!survey) {
    return (
      <Section title="From the survey">
        <Typography>No answers are known.</Typography>
      </Section>
    );
  }
  const newest = survey.answers.reduce((last, { on }) => (on > last ? on : last), '');
  return (
    <Section title="From the survey">
      <Typography sx={{ fontWeight: 650 }}>
        {survey.title}, {formatDay(newest)}
      </Typography>
      {survey.answers.map(({ key, question, answer, on }) => (
        <Typography key={key} className="brief-short" sx={{ mt: 0.5, overflowWrap: 'anywhere' }}>
          {question} <b>{answer}</b>
          {on !== newest && ` (${formatDay(on)})`}
        </Typography>
      ))}
    </Section>
  );
}
