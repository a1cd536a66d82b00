import { createHash } from 'node:crypto';
import {
  academicYearOf,
  addAcademicYears,
  addDays,
  blocksOfText,
  type Day,
  PLAN_FIELD_NAMES,
  planValuesOf,
  readPlan,
  startingYear,
} from '@tracker/domain';
import type {
  MusicDevelopmentPlanEntity,
  PlanDocumentEntity,
  PlanFactEntity,
  PlanReadingEntity,
  PlanValueEntity,
} from '@tracker/data';
import type { Row } from './insert-rows';
import { writePlan } from './plan-texts';
import type { Random } from './random';
import type { DemoSchool } from './schools';
import type { Staff } from './staff';

/** Share of the plans of this school year and the one before it that were captured and confirmed. */
const CONFIRMED = [0.45, 0.25];

export interface DemoPlanDocuments {
  documents: Row<PlanDocumentEntity>[];
  readings: PlanReadingEntity[];
  facts: PlanFactEntity[];
  values: PlanValueEntity[];
}

/**
 * Some of the plans were captured: they are known from the document from now on, and what is read in it
 * was confirmed as it is.
 *
 * @param hubName ours, which most of them name
 */
export function buildPlanDocuments(
  schools: readonly DemoSchool[],
  plans: readonly Row<MusicDevelopmentPlanEntity>[],
  { teams, head }: Staff,
  { today, hubName }: { today: Day; hubName: string },
  random: Random,
): DemoPlanDocuments {
  const built: DemoPlanDocuments = { documents: [], readings: [], facts: [], values: [] };
  const schoolOf = new Map(schools.map(({ row }) => [row.id, row]));
  const hub = { name: hubName, others: [] };
  for (const plan of plans) {
    const { academicYear, knownOn, schoolId } = plan;
    const school = schoolOf.get(schoolId);
    const back = CONFIRMED.findIndex(
      (_, years) => addAcademicYears(academicYearOf(today), -years) === academicYear,
    );
    if (!school || back < 0 || !random.chance(CONFIRMED[back] ?? 0)) continue;
    const { name, phase, regionId, website } = school;
    const about = { school: name, phase: phase ?? null, year: academicYear };
    const text = writePlan({ ...about, publishedOn: addDays(knownOn, -random.int(1, 30)) }, random);
    const document = { title: null, blocks: blocksOfText(text) };
    const reading = readPlan(document, today, { schoolNames: [name], hub, website });
    const byId = teams.get(regionId ?? '')?.[0] ?? head;
    const documentId = random.uuid();
    const facts = PLAN_FIELD_NAMES.flatMap((field): PlanFactEntity[] => {
      const { value, mark, passages } = reading.fields[field];
      if (value === null) return [];
      const written = passages.map((passage) => passage.text).join('\n');
      return [{ documentId, field, mark, suggested: value, written, outcome: 'right', value }];
    });
    plan.knownFrom = 'document';
    plan.recordedById = byId;
    built.documents.push({
      ...{ id: documentId, schoolId, fileId: null, fileName: null, format: 'text' },
      sha256: createHash('sha256').update(text).digest('hex'),
      ...{ bytes: Buffer.byteLength(text), address: plan.url, capturedOn: knownOn },
      ...{ capturedById: byId, status: 'confirmed', attempts: 1, problem: null, planId: plan.id },
      ...{ academicYear, lastAcademicYear: academicYear, decidedOn: knownOn, decidedById: byId },
      ...{ rejectReason: null, replacedById: null, shared: false },
    });
    built.readings.push({ documentId, document, reading });
    built.facts.push(...facts);
    built.values.push(
      ...planValuesOf(facts, { phase: phase ?? null, hub }).map(({ number, ...value }, seq) => ({
        ...{ ...value, documentId, schoolId, seq, year: startingYear(academicYear) },
        number: number === null ? null : String(number),
      })),
    );
  }
  return built;
}
