import { createHash, randomUUID } from 'node:crypto';
import {
  type AcademicYear,
  type PlanField,
  type PlanFieldValue,
  type PlanValue,
  planValuesOf,
  startingYear,
} from '@tracker/domain';
import { PlanDocumentEntity, PlanFactEntity, PlanValueEntity } from '@tracker/data';
import type { DataSource } from 'typeorm';

export const OUR_HUB = { name: 'Northmere Music Hub', others: ['NMS'] };

export interface ConfirmedPlan {
  school: { id: string; phase: string | null };
  byId: string;
  /** In their order. */
  years: readonly AcademicYear[];
  facts: Partial<Record<PlanField, PlanFieldValue>>;
}

/** A document with its facts and what is counted of it, as confirming leaves them. */
export async function confirmPlan(
  dataSource: DataSource,
  { school, byId, years, facts }: ConfirmedPlan,
): Promise<PlanValue[]> {
  const given = Object.entries(facts).map(([field, value]) => ({
    ...{ field: field as PlanField, value },
  }));
  const values = planValuesOf(given, { phase: school.phase, hub: OUR_HUB });
  await dataSource.transaction(async (manager) => {
    const document = await manager.save(PlanDocumentEntity, {
      ...{ schoolId: school.id, bytes: 1_000, capturedOn: '2026-09-20', capturedById: byId },
      ...{ sha256: createHash('sha256').update(randomUUID()).digest('hex'), status: 'confirmed' },
      ...{ academicYear: years[0], lastAcademicYear: years.at(-1) },
      ...{ decidedOn: '2026-09-21', decidedById: byId },
    } as PlanDocumentEntity);
    await manager.insert(
      PlanFactEntity,
      given.map((fact) => ({ ...fact, documentId: document.id, outcome: 'changed' as const })),
    );
    await manager.insert(
      PlanValueEntity,
      years.flatMap((year) =>
        values.map(({ number, ...value }, seq) => ({
          ...{ ...value, documentId: document.id, schoolId: school.id, seq },
          ...{ year: startingYear(year), number: number === null ? null : String(number) },
        })),
      ),
    );
  });
  return values;
}
