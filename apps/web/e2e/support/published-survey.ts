import type { Survey } from '@tracker/contract';
import type { SurveyQuestion } from '@tracker/domain';
import type { Client } from './prepared-hub';

/** A survey of these questions, which schools are asked from now on. */
export async function publishSurvey(
  head: Client,
  title: string,
  questions: SurveyQuestion[],
): Promise<Survey> {
  const survey = await head.post<Survey>('/surveys', { title, startFrom: 'empty' });
  const path = `/survey-versions/${survey.versions[0]?.id}`;
  const { version } = await head.get<{ version: number }>(path);
  const saved = await head.put<{ version: number }>(path, {
    ...{ version, title, intro: null, questions },
  });
  await head.post(`${path}/publish`, { version: saved.version });
  return survey;
}
