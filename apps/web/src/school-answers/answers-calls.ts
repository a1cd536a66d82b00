import type {
  AnswerTag,
  AnswerTagging,
  ExportFormat,
  NewAnswerTagging,
  SchoolNeeds,
  SurveySummary,
  SurveySummaryQuery,
  SurveyText,
  SurveyTextsQuery,
} from '@tracker/contract';
import { saveFile } from '../fields/save-export';
import { call, callForFile } from '../providers/http';

type Signal = AbortSignal | undefined;

function pathOf(path: string, asked: object): string {
  const given = Object.entries(asked).filter(([, value]) => value !== undefined && value !== '');
  return `/api/${path}?${new URLSearchParams(given as [string, string][])}`;
}

export const readSummary = async (asked: SurveySummaryQuery, signal: Signal) =>
  (await call<SurveySummary>(pathOf('survey-summary', asked), { signal })).json;

export async function readNeeds(asked: SurveySummaryQuery, signal: Signal): Promise<SchoolNeeds> {
  const { academicYear, regionId, phase, fsmBand } = asked;
  const path = pathOf('school-needs', { academicYear, regionId, phase, fsmBand });
  return (await call<SchoolNeeds>(path, { signal })).json;
}

export interface TextsPage {
  texts: SurveyText[];
  total: number;
}

export async function readTexts(asked: SurveyTextsQuery, signal: Signal): Promise<TextsPage> {
  const { json, headers } = await call<SurveyText[]>(pathOf('survey-texts', asked), { signal });
  return { texts: json, total: Number(headers.get('Content-Range')?.split('/').pop() ?? 0) };
}

export const readTags = async (signal: Signal) =>
  (await call<AnswerTag[]>('/api/answer-tags', { signal })).json;

export const tagText = async (input: NewAnswerTagging, idempotencyKey: string) =>
  (
    await call<AnswerTagging>('/api/tagged-answers', {
      method: 'POST',
      body: JSON.stringify(input),
      idempotencyKey,
    })
  ).json;

export const untagText = async (id: string) =>
  (await call<AnswerTagging>(`/api/tagged-answers/${id}`, { method: 'DELETE' })).json;

/** Has the server write the summary and hands the browser the file. */
export async function saveSummary(
  asked: SurveySummaryQuery,
  format: ExportFormat,
  academicYear: string,
  signal?: AbortSignal,
): Promise<void> {
  const file = await callForFile(pathOf('survey-summary/export', { ...asked, format }), signal);
  saveFile(`what-schools-told-us-${academicYear}.${format}`, file);
}
