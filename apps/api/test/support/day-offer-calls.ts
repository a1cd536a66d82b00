import type { ROUTES } from '@tracker/contract';
import { AnswerLinkEntity, newToken, tokenHash } from '@tracker/data';
import { type Prepare, read, type Scene, school } from './route-scene';

type Status = 'sent' | 'proposed' | 'none';

const PROPOSED = { kind: 'proposed', days: ['2025-01-14'], words: null };

/** Days that a school of the scene's region was offered. */
async function offer(scene: Scene, status: Status = 'sent'): Promise<string> {
  const { dataSource, hub } = scene.api;
  const { id: schoolId } = await school(scene);
  const visitor = await hub.user('regional', scene.region.id === null ? [] : [scene.region.id]);
  const days = ['2025-01-14', '2025-01-16'].map((date) => ({ date, visitorId: visitor.id }));
  const answer = status === 'sent' ? null : PROPOSED;
  const [{ id }] = await dataSource.query(
    `INSERT INTO day_offers (school_id, status, days, expires_on, offered_by_id, answer)
     VALUES ($1, $2, $3, '2024-12-01', $4, $5) RETURNING id`,
    [schoolId, status, JSON.stringify(days), scene.user.id, answer && JSON.stringify(answer)],
  );
  return id as string;
}

async function tokenOf(scene: Scene, subject: { dayOfferId: string } | { visitId: string }) {
  const token = newToken();
  await scene.api.dataSource.manager.insert(AnswerLinkEntity, {
    ...subject,
    tokenHash: tokenHash(token),
  });
  return token;
}

const agreed = async (scene: Scene) =>
  scene.api.hub.visit((await school(scene)).id, {
    ...{ status: 'confirmed', scheduledOn: '2024-12-03' },
  });

const ofOffer =
  (status?: Status): Prepare =>
  async (scene) => ({ id: await offer(scene, status), answers: 200 });

/** Days offered to schools, and what schools answer. */
export const dayOfferCalls = {
  'GET /api/day-offers': read,
  'POST /api/day-offers/preview': async (scene) => ({
    body: { schools: [{ schoolId: (await school(scene)).id }] },
    answers: 200,
  }),
  'POST /api/day-offers': async (scene) => ({
    body: { offers: [{ schoolId: (await school(scene)).id, days: [] }] },
    answers: 200,
  }),
  'POST /api/day-offers/remind': async (scene) => ({
    body: { ids: [await offer(scene)] },
    answers: 200,
  }),
  'POST /api/day-offers/{id}/withdraw': ofOffer(),
  'POST /api/day-offers/{id}/seen': ofOffer('proposed'),
  'POST /api/day-offers/{id}/schedule': async (scene) => ({
    id: await offer(scene, 'proposed'),
    body: { version: 1, date: '2025-01-14' },
    answers: 200,
  }),
  'POST /api/visits/{id}/can-after-all': async (scene) => ({
    id: (await agreed(scene)).id,
    answers: 200,
  }),
  'POST /api/offered-days': async (scene) => ({
    body: { token: await tokenOf(scene, { dayOfferId: await offer(scene) }) },
    answers: 200,
  }),
  'POST /api/offered-days/answer': async (scene) => ({
    body: { token: await tokenOf(scene, { dayOfferId: await offer(scene) }), answer: 'none' },
    answers: 200,
  }),
  'POST /api/agreed-visit': async (scene) => ({
    body: { token: await tokenOf(scene, { visitId: (await agreed(scene)).id }) },
    answers: 200,
  }),
  'POST /api/agreed-visit/cannot': async (scene) => ({
    body: { token: await tokenOf(scene, { visitId: (await agreed(scene)).id }) },
    answers: 200,
  }),
} satisfies Partial<Record<keyof typeof ROUTES, Prepare>>;
