import { planSuccession, type PlanSuccession, planValuesOf, startingYear } from '@tracker/domain';
import { getHubSettings, MusicDevelopmentPlanEntity, PlanDocumentEntity } from '@tracker/data';
import { planHub, planWords } from '@tracker/work';
import type { EntityManager } from 'typeorm';
import { forgetTags } from '../priority-tags.service';
import {
  FACTS_TO_COUNT,
  FORGET_VALUES,
  KEEP_VALUES,
  PHASE_OF,
  valuesToKeep,
} from './decision.queries';

type Confirmed = PlanDocumentEntity & { academicYear: string; lastAcademicYear: string };

const isConfirmed = (document: PlanDocumentEntity): document is Confirmed =>
  document.status === 'confirmed';

/**
 * Makes of the confirmed documents of a school what they come to: the plans that are known from them,
 * which has taken whose place, and what is counted. To be called with the lock `planDecision` of the
 * school, after one of its documents was confirmed or thrown away.
 */
export async function settlePlans(manager: EntityManager, schoolId: string): Promise<void> {
  const documents = await manager.find(PlanDocumentEntity, {
    where: { schoolId },
    order: { createdAt: 'ASC', id: 'ASC' },
  });
  const confirmed = documents.filter(isConfirmed);
  const succession = planSuccession(confirmed);
  const before = new Set(documents.flatMap(({ planId }) => planId ?? []));
  const planOf = new Map<string, string>();
  for (const plan of succession.plans) {
    const of = confirmed.filter(({ id }) => plan.documents.includes(id));
    const { id } = await keepPlan(manager, schoolId, plan, of);
    before.delete(id);
    for (const document of of) planOf.set(document.id, id);
  }
  for (const document of documents) {
    const planId = planOf.get(document.id) ?? null;
    const replacedById = succession.replacedBy.get(document.id) ?? null;
    if (document.planId === planId && document.replacedById === replacedById) continue;
    await manager.save(PlanDocumentEntity, Object.assign(document, { planId, replacedById }));
  }
  for (const id of before) await manager.delete(MusicDevelopmentPlanEntity, id);
  await countAgain(manager, schoolId, succession);
  await forgetTags(manager, schoolId);
}

/** @param documents those it is known from, the latest last */
async function keepPlan(
  manager: EntityManager,
  schoolId: string,
  { academicYear, lastAcademicYear }: PlanSuccession['plans'][number],
  documents: readonly Confirmed[],
): Promise<MusicDevelopmentPlanEntity> {
  const where = { schoolId, academicYear, knownFrom: 'document' } as const;
  const present = await manager.findOne(MusicDevelopmentPlanEntity, {
    where,
    lock: { mode: 'pessimistic_write' },
  });
  const plan = present ?? manager.create(MusicDevelopmentPlanEntity, { ...where, url: null });
  const { capturedOn, decidedById } = documents.at(-1)!;
  const address = documents.findLast((document) => document.address !== null)?.address ?? null;
  // Where the document was found, somebody has just found it.
  if (address !== null && address !== plan.url) {
    Object.assign(plan, { url: address, goneOn: null });
  }
  Object.assign(plan, { lastAcademicYear, knownOn: capturedOn, recordedById: decidedById });
  return manager.save(MusicDevelopmentPlanEntity, plan);
}

async function countAgain(
  manager: EntityManager,
  schoolId: string,
  { countedIn }: PlanSuccession,
): Promise<void> {
  await FORGET_VALUES.run(manager, schoolId);
  if (countedIn.size === 0) return;
  const facts = await FACTS_TO_COUNT.rows(manager, [...new Set(countedIn.values())]);
  const { phase } = await PHASE_OF.one(manager, schoolId);
  const settings = await getHubSettings(manager);
  const hub = planHub(settings) ?? { name: '', others: [] };
  const words = planWords(settings);
  const years = [...countedIn].map(([year, documentId]) => ({
    documentId,
    year: startingYear(year),
    values: planValuesOf(
      facts.filter((fact) => fact.documentId === documentId),
      { phase, hub, words },
    ),
  }));
  await KEEP_VALUES.run(manager, schoolId, valuesToKeep(years));
}
