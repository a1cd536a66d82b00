import type { PlanFieldValue, PlanValue } from '@tracker/domain';
import { sql, statement } from '@tracker/data';
import type { StoredFact } from './document.queries';

/** All of a document, but for these. */
export const FORGET_FACTS = statement(
  'plan-documents.forget-facts',
  (id: string, but: readonly string[]) => sql`
  DELETE FROM plan_facts WHERE document_id = ${id} AND NOT field = ANY (${but}::text[])`,
);

export const KEEP_FACTS = statement(
  'plan-documents.keep-facts',
  (id: string, facts: string) => sql`
  INSERT INTO plan_facts (document_id, field, mark, suggested, written, outcome, value)
  SELECT ${id}::uuid, f.field, f.mark, f.suggested, f.written, f.outcome,
    f.value
  FROM jsonb_to_recordset(${facts}::jsonb) AS f (field text, mark text, suggested jsonb,
    written text, outcome text, value jsonb)
  ON CONFLICT (document_id, field) DO UPDATE SET mark = excluded.mark,
    suggested = excluded.suggested, written = excluded.written, outcome = excluded.outcome,
    value = excluded.value`,
);

export const factsToKeep = (facts: readonly StoredFact[]): string => JSON.stringify(facts);

export const FACTS_TO_COUNT = statement(
  'plan-documents.facts-to-count',
  (ids: readonly string[]) => sql<{
    documentId: string;
    field: StoredFact['field'];
    value: PlanFieldValue | null;
  }>`
  SELECT document_id AS "documentId", field, value FROM plan_facts
  WHERE document_id = ANY (${ids}::uuid[]) ORDER BY document_id, field`,
);

export const PHASE_OF = statement(
  'plan-documents.phase',
  (schoolId: string) => sql<{ phase: string | null }>`
  SELECT phase FROM schools WHERE id = ${schoolId}`,
);

export const FORGET_VALUES = statement(
  'plan-documents.forget-values',
  (schoolId: string) => sql`DELETE FROM plan_values WHERE school_id = ${schoolId}`,
);

/** What is counted of a school in one academic year. */
export interface CountedYear {
  documentId: string;
  year: number;
  values: readonly PlanValue[];
}

export const KEEP_VALUES = statement(
  'plan-documents.keep-values',
  (schoolId: string, values: string) => sql`
  INSERT INTO plan_values (document_id, year, seq, school_id, field, part, value, number)
  SELECT v."documentId", v.year, v.seq, ${schoolId}::uuid, v.field, v.part, v.value, v.number
  FROM jsonb_to_recordset(${values}::jsonb) AS v ("documentId" uuid, year int, seq int,
    field text, part text, value text, number numeric)`,
);

export const valuesToKeep = (years: readonly CountedYear[]): string =>
  JSON.stringify(
    years.flatMap(({ documentId, year, values }) =>
      values.map((value, seq) => ({ documentId, year, seq, ...value })),
    ),
  );
