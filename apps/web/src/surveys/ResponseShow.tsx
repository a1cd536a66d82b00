import { useGetOne } from 'react-admin';
import { useQuery } from '@tanstack/react-query';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink, useParams } from 'react-router-dom';
import type { SurveyResponse, SurveyVersion } from '@tracker/contract';
import {
  answeredInWords,
  answerInWords,
  formatDay,
  isAnswered,
  surveyPages,
} from '@tracker/domain';
import { FactList } from '../fields/FactList';
import { Failure } from '../layout/Failure';
import { PageHeading } from '../layout/PageHeading';
import { Section } from '../layout/Section';
import { Waiting } from '../layout/Waiting';
import { schoolPath } from '../paths/school-paths';
import { visitPath } from '../paths/visit-paths';
import { SourceChip } from './SchoolSurveys';
import { CorrectSurvey } from './CorrectSurvey';
import { call } from '../providers/call';

/** What a school answered, as it was asked. */
export default function ResponseShow() {
  const { id = '' } = useParams();
  const { data: response, error, refetch } = useGetOne<SurveyResponse>('survey-responses', { id });
  const versionId = response?.versionId ?? '';
  const version = useQuery({
    queryKey: ['survey-version', versionId],
    queryFn: ({ signal }) => call('GET /api/survey-versions/{id}', { id: versionId, signal }),
    enabled: versionId !== '',
  });
  const failed = error ?? version.error;
  if (failed) return <Failure error={failed} onRetry={() => void refetch()} />;
  if (!response || !version.data) return <Waiting words="Loading the answers…" />;
  return <Answers response={response} version={version.data} />;
}

function Answers({ response, version }: { response: SurveyResponse; version: SurveyVersion }) {
  const { answers, schoolId, schoolName, visitId, enteredByName, filledInBy } = response;
  const pages = surveyPages(version, answers, response.phases);
  const asked = new Set(pages.flatMap(({ questions }) => questions.map(({ key }) => key)));
  const parts = new Map<string, [string, string | null][]>();
  let section = 'Answers';
  for (const question of version.questions) {
    section = question.section ?? section;
    const answer = Object.hasOwn(answers, question.key) ? answers[question.key] : undefined;
    if (!asked.has(question.key) && !isAnswered(answer)) continue;
    const words = isAnswered(answer) ? answerInWords(question, answer) : null;
    parts.set(section, [...(parts.get(section) ?? []), [question.text, words]]);
  }
  return (
    <Box sx={{ maxWidth: 820 }}>
      <PageHeading
        title={`${version.title}: ${schoolName}`}
        actions={visitId && <CorrectSurvey {...{ visitId, response, version }} />}
      >
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mt: 0.5 }}>
          <SourceChip response={response} />
          <Typography variant="body2">
            {answeredInWords(...pages)}, {formatDay(response.answeredOn)}, version {version.number}
            {filledInBy && `, filled in by ${filledInBy}`}
            {enteredByName && `, written down by ${enteredByName}`}
          </Typography>
        </Box>
        <Typography variant="body2" sx={{ mt: 0.5 }}>
          <Link component={RouterLink} to={schoolPath(schoolId)}>
            {schoolName}
          </Link>
          {visitId && (
            <>
              {' · '}
              <Link component={RouterLink} to={visitPath(visitId)}>
                The visit
              </Link>
            </>
          )}
        </Typography>
      </PageHeading>
      <Box sx={{ display: 'grid', gap: 2 }}>
        {[...parts].map(([title, facts]) => (
          <Section key={title} title={title}>
            <FactList facts={facts} />
          </Section>
        ))}
      </Box>
    </Box>
  );
}
