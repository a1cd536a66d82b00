import type { PlanField, PlanFields } from './plan-fields';

/** Of what kind a document is, judged by its content. */
export const DOCUMENT_FORMATS = ['pdf', 'docx', 'html', 'text'] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

/**
 * `reading`: waits for the worker or is being read; `unreadable`: with a sentence why; `to_confirm`: read,
 * and nothing of it counts; `confirmed`; `rejected`.
 */
export const PLAN_DOCUMENT_STATUSES = [
  'reading',
  'unreadable',
  'to_confirm',
  'confirmed',
  'rejected',
] as const;
export type PlanDocumentStatus = (typeof PLAN_DOCUMENT_STATUSES)[number];

/** Why somebody threw a document away (rule 27). */
export const REJECT_REASONS = ['not_a_plan', 'other_school', 'unreadable'] as const;
export type RejectReason = (typeof REJECT_REASONS)[number];

/** What a person said of a suggestion: as it was read, another value, nothing of it is stated. */
export const FACT_OUTCOMES = ['right', 'changed', 'not_stated'] as const;
export type FactOutcome = (typeof FACT_OUTCOMES)[number];

/** The value of any field of a plan. */
export type PlanFieldValue = {
  [F in PlanField]: NonNullable<PlanFields[F]['value']>;
}[PlanField];

/** A field as somebody confirmed it; `value` with `changed` alone. */
export interface ConfirmedFact {
  field: PlanField;
  outcome: FactOutcome;
  value?: PlanFieldValue;
}
