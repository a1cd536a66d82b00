import type {
  NewSurvey,
  SchoolSurvey,
  SchoolSurveyAnswers,
  Survey,
  SurveyLink,
  SurveyLinkMade,
  SurveyVersion,
  SurveyVersionChange,
} from '@tracker/contract';
import { call } from '../providers/http';

const at = (id: string) => encodeURIComponent(id);
const send = async <T>(method: string, path: string, body?: object, key?: string): Promise<T> =>
  (
    await call<T>(`/api/${path}`, {
      method,
      body: body === undefined ? undefined : JSON.stringify(body),
      idempotencyKey: key,
    })
  ).json;

export async function surveyVersion(id: string, signal?: AbortSignal): Promise<SurveyVersion> {
  return (await call<SurveyVersion>(`/api/survey-versions/${at(id)}`, { signal })).json;
}

export const startDraft = (surveyId: string) =>
  send<SurveyVersion>('POST', `surveys/${at(surveyId)}/draft`);
export const saveDraft = (id: string, change: SurveyVersionChange) =>
  send<SurveyVersion>('PUT', `survey-versions/${at(id)}`, change);
export const publishDraft = (id: string, version: number) =>
  send<SurveyVersion>('POST', `survey-versions/${at(id)}/publish`, { version });
export const discardDraft = (id: string) =>
  send<SurveyVersion>('DELETE', `survey-versions/${at(id)}`);
/** @param key the same for the same press of the button */
export const createSurvey = (input: NewSurvey, key: string) =>
  send<Survey>('POST', 'surveys', input, key);

export const makeSurveyLink = (schoolId: string, expiresOn?: string) =>
  send<SurveyLinkMade>('POST', 'survey-links', { schoolId, expiresOn });
export const revokeSurveyLink = (id: string) =>
  send<SurveyLink>('DELETE', `survey-links/${at(id)}`);

export const openSchoolSurvey = (token: string) =>
  send<SchoolSurvey>('POST', 'school-survey', { token });
export const saveSchoolSurvey = (input: SchoolSurveyAnswers) =>
  send<SchoolSurvey>('POST', 'school-survey/answers', input);
