import { randomUUID } from 'node:crypto';
import type { ROUTES } from '@tracker/contract';
import { type Prepare, read, readSchool, type Scene, school } from './route-scene';

const plan = async (scene: Scene) => {
  const [{ id }] = await scene.api.dataSource.query(
    `INSERT INTO music_development_plans (school_id, academic_year, last_academic_year, known_from, known_on)
     VALUES ($1, '2024-25', '2024-25', 'seen', '2024-10-02') RETURNING id`,
    [(await school(scene)).id],
  );
  return id as string;
};

/** A document that was read, as its original does not matter. */
const document = async (scene: Scene) => {
  const [{ id }] = await scene.api.dataSource.query(
    `INSERT INTO plan_documents (school_id, sha256, bytes, captured_on, captured_by_id, status)
     VALUES ($1, gen_random_uuid()::text, 1, '2024-11-18', $2, 'to_confirm') RETURNING id`,
    [(await school(scene)).id, scene.user.id],
  );
  return id as string;
};

/** What a confirmed plan of the school wants to do next. */
const priority = async (scene: Scene) => {
  const documentId = await document(scene);
  await scene.api.dataSource.query(
    `WITH confirmed AS (UPDATE plan_documents SET status = 'confirmed', academic_year = '2024-25',
       last_academic_year = '2024-25', decided_on = '2024-11-18', decided_by_id = captured_by_id
       WHERE id = $1)
     INSERT INTO plan_facts (document_id, field, outcome, value)
     VALUES ($1, 'priorities', 'right', '["Start a choir"]')`,
    [documentId],
  );
  return { documentId, text: 'Start a choir' };
};

/** The same with a label: the labelling's id. */
const labelled = async (scene: Scene) => {
  const { documentId, text } = await priority(scene);
  const [{ id }] = await scene.api.dataSource.query(
    `WITH tag AS (INSERT INTO answer_tags (label) VALUES (gen_random_uuid()::text) RETURNING id)
     INSERT INTO tagged_priorities (document_id, text, tag_id, school_id)
     SELECT d.id, $2, tag.id, d.school_id FROM tag, plan_documents d WHERE d.id = $1 RETURNING id`,
    [documentId, text],
  );
  return id as string;
};

/** Music development plans, and looking for them. */
export const planCalls = {
  'GET /api/schools/{id}/development': readSchool,
  'GET /api/music-development-plans': read,
  'GET /api/music-development-plans/{id}': async (scene) => ({
    id: await plan(scene),
    answers: 200,
  }),
  'GET /api/plan-looks': read,
  'GET /api/plan-round': read,
  'GET /api/plan-figures': read,
  'GET /api/plan-facts': read,
  'GET /api/plan-facts/export': read,
  'POST /api/music-development-plans': async (scene) => ({
    body: { schoolId: (await school(scene)).id, academicYears: ['2024-25'] },
    answers: 201,
  }),
  'PUT /api/music-development-plans/{id}': async (scene) => ({
    id: await plan(scene),
    body: { version: 1, academicYears: ['2024-25'], address: 'www.school.example' },
    answers: 200,
  }),
  'DELETE /api/music-development-plans/{id}': async (scene) => ({
    id: await plan(scene),
    answers: 200,
  }),
  'POST /api/plan-looks': async (scene) => ({
    body: { schoolId: (await school(scene)).id, result: 'none' },
    answers: 201,
  }),
  'GET /api/plan-documents': read,
  'GET /api/plan-documents/{id}': async (scene) => ({ id: await document(scene), answers: 200 }),
  'GET /api/plan-documents/{id}/original': async (scene) => ({
    id: await document(scene),
    answers: 410,
  }),
  'POST /api/plan-documents': async (scene) => ({
    form: { schoolId: (await school(scene)).id, text: `Music plan ${randomUUID()}` },
    answers: 202,
  }),
  'POST /api/plan-documents/{id}/confirm': async (scene) => ({
    id: await document(scene),
    body: { version: 1, academicYears: ['2024-25'], facts: [] },
    answers: 200,
  }),
  'POST /api/tagged-priorities': async (scene) => ({
    body: { ...(await priority(scene)), label: randomUUID() },
    answers: 201,
  }),
  'DELETE /api/tagged-priorities/{id}': async (scene) => ({
    id: await labelled(scene),
    answers: 200,
  }),
  'POST /api/plan-documents/{id}/reject': async (scene) => ({
    id: await document(scene),
    body: { version: 1, reason: 'not_a_plan' },
    answers: 200,
  }),
} satisfies Partial<Record<keyof typeof ROUTES, Prepare>>;
