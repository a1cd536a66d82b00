import type { ROUTES } from '@tracker/contract';
import { read, readSchool, school, type Prepare, type Scene } from './route-scene';
import { SurveyScene } from './survey-scene';

const surveys = ({ api }: Scene) => new SurveyScene(api.dataSource);
const draft = (scene: Scene) => surveys(scene).survey(false);

/** Surveys and what schools answered. */
export const surveyCalls = {
  'POST /api/school-survey': async (scene) => {
    await surveys(scene).survey(true);
    const { token } = await surveys(scene).link((await school(scene)).id);
    return { body: { token }, answers: 200 };
  },
  'POST /api/school-survey/answers': async (scene) => {
    const { versionId } = await surveys(scene).survey(true);
    const { token } = await surveys(scene).link((await school(scene)).id);
    return { body: { token, versionId, changes: { choir: false } }, answers: 200 };
  },
  'GET /api/surveys': read,
  'GET /api/surveys/for-school/{schoolId}': readSchool,
  'GET /api/surveys/{id}': async (scene) => ({ id: (await draft(scene)).surveyId, answers: 200 }),
  'GET /api/survey-versions/{id}': async (scene) => ({
    id: (await draft(scene)).versionId,
    answers: 200,
  }),
  'GET /api/survey-responses': read,
  'GET /api/survey-responses/{id}': async (scene) => ({
    id: await surveys(scene).response((await school(scene)).id),
    answers: 200,
  }),
  'GET /api/survey-links': read,
  'GET /api/school-needs': read,
  'GET /api/survey-summary': read,
  'GET /api/survey-summary/export': read,
  // Allowed, but it does not say of which question.
  'GET /api/survey-texts': () => ({ answers: 422 }),
  'GET /api/answer-tags': read,
  'POST /api/survey-links': async (scene) => {
    await surveys(scene).survey(true);
    return { body: { schoolId: (await school(scene)).id }, answers: 201 };
  },
  'DELETE /api/survey-links/{id}': async (scene) => ({
    id: (await surveys(scene).link((await school(scene)).id)).id,
    answers: 200,
  }),
  'POST /api/surveys': () => ({ body: { title: 'Have Your Say' }, answers: 201 }),
  'POST /api/surveys/{id}/draft': async (scene) => ({
    id: (await surveys(scene).survey(true)).surveyId,
    answers: 201,
  }),
  'PUT /api/survey-versions/{id}': async (scene) => ({
    id: (await draft(scene)).versionId,
    body: { version: 1, title: 'Have Your Say', intro: null, questions: [] },
    answers: 200,
  }),
  'POST /api/survey-versions/{id}/publish': async (scene) => ({
    id: (await draft(scene)).versionId,
    body: { version: 1 },
    answers: 200,
  }),
  'DELETE /api/survey-versions/{id}': async (scene) => ({
    id: (await draft(scene)).versionId,
    answers: 200,
  }),
} satisfies Partial<Record<keyof typeof ROUTES, Prepare>>;
