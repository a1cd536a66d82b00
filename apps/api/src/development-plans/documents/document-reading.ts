import type { PlanDocument, PlanDocumentReading } from '@tracker/contract';
import {
  type DocumentBlock,
  listInWords,
  namedLeads,
  PLAN_FIELD_NAMES,
  type PlanField,
  type PlanFieldValue,
  planChanges,
  type PlanReading,
  type PlanValues,
} from '@tracker/domain';
import type { EntityManager } from 'typeorm';
import {
  CONTACTS_OF,
  DOCUMENT_BEFORE,
  FACTS_OF,
  READING_OF,
  SAME_AT,
  type StoredFact,
} from './document.queries';

type Field = PlanDocumentReading['fields'][number];

/** A document with its text, what was read in it, and what was confirmed. */
export async function documentReading(
  manager: EntityManager,
  document: PlanDocument,
): Promise<PlanDocumentReading> {
  const { id, schoolId } = document;
  const stored = await READING_OF.row(manager, id);
  const facts = new Map((await FACTS_OF.rows(manager, id)).map((fact) => [fact.field, fact]));
  const reading = stored?.reading ?? null;
  const fields = PLAN_FIELD_NAMES.map((field) => fieldOf(field, reading, facts.get(field)));
  const values = valuesOf(fields);
  const same = await SAME_AT.rows(manager, id);
  return {
    ...document,
    title: stored?.document.title ?? null,
    blocks: (stored?.document.blocks ?? []).map(asBlock),
    fields,
    warnings: reading?.warnings ?? [],
    suggestedYears: reading?.suggestedYears ?? [],
    sameAt: same.map(({ unsaid: _, ...at }) => at),
    shareQuestion: document.status === 'to_confirm' ? shareQuestion(same) : null,
    changes: await changesOf(manager, document, reading, values),
    leads: namedLeads(
      (values.musicLead ?? []) as string[],
      await CONTACTS_OF.rows(manager, schoolId),
    ),
  };
}

/** What is asked of a document that another school has, before it is taken for both (rule 21). */
export function shareQuestion(
  same: readonly { schoolName: string; unsaid: boolean }[],
): string | null {
  const names = same.filter(({ unsaid }) => unsaid).map(({ schoolName }) => schoolName);
  if (names.length === 0) return null;
  const both = names.length === 1 ? 'both schools' : 'all of these schools';
  return `This document is on record for ${listInWords(names)} too. Is it a trust’s plan for ${both}?`;
}

const asBlock = (block: DocumentBlock): PlanDocumentReading['blocks'][number] => ({
  kind: block.kind,
  text: block.kind === 'table' ? null : block.text,
  level: block.kind === 'heading' ? block.level : null,
  rows: block.kind === 'table' ? block.rows.map((row) => [...row]) : null,
  page: block.page ?? null,
});

/** Once the reading has gone with its original, the facts say what it was. */
function fieldOf(field: PlanField, reading: PlanReading | null, fact?: StoredFact): Field {
  const read = reading?.fields[field];
  const warned = (reading?.warnings ?? [])
    .filter((warning) => warning.fields.includes(field))
    .map(({ key }) => key);
  const kept = fact?.written ? [{ text: fact.written, block: 0 }] : [];
  return {
    field,
    value: (read ? read.value : fact?.suggested) ?? null,
    why: read?.why ?? null,
    mark: (read ? read.mark : fact?.mark) ?? null,
    passages: read?.passages ?? kept,
    warnings: [...new Set([...(read?.warnings ?? []), ...warned])],
    outcome: fact?.outcome ?? null,
    confirmed: fact?.value ?? null,
  };
}

/** As confirmed, else as read. */
const valuesOf = (fields: readonly Field[]): PlanValues =>
  Object.fromEntries(
    fields.map(({ field, value, outcome, confirmed }) => [
      field,
      outcome === null ? value : confirmed,
    ]),
  );

async function changesOf(
  manager: EntityManager,
  { id, status, academicYears }: PlanDocument,
  reading: PlanReading | null,
  now: PlanValues,
): Promise<string[]> {
  if (status !== 'confirmed' && status !== 'to_confirm') return [];
  const read = reading?.fields.academicYears.value ?? reading?.suggestedYears ?? [];
  const years = [...(status === 'confirmed' ? academicYears : read)].sort();
  const [first, last] = [years[0] ?? null, years.at(-1) ?? null];
  const before = await DOCUMENT_BEFORE.row(manager, id, first, last);
  if (!before) return [];
  const facts = await FACTS_OF.rows(manager, before.id);
  const then = facts.map(({ field, value }): [PlanField, PlanFieldValue | null] => [field, value]);
  return planChanges(Object.fromEntries(then), now);
}
