import type { PlanDocument } from '@tracker/contract';
import { isHttpError, sentenceOf, staleRecordOf } from '../providers/problems';

const FIELDS = ['file', 'text', 'address', 'fetch', 'schoolId'] as const;

/** Why a plan was not taken. */
interface CaptureFaults {
  file?: string;
  text?: string;
  address?: string;
  fetch?: string;
  schoolId?: string;
  /** The document of the same content that is on record. */
  same: Pick<PlanDocument, 'id'> | null;
  /** It is on record for another school: the question whether it is for both. */
  shared: string | null;
  sentence: string | null;
  /** What belongs to no field and is no such document. */
  other: unknown;
}

export function faultsOf(error: unknown): CaptureFaults {
  const none: CaptureFaults = { same: null, shared: null, sentence: null, other: null };
  if (error === null) return none;
  const current = staleRecordOf(error);
  const errors = isHttpError(error) ? error.body.errors : {};
  const said = (field: string) => (typeof errors[field] === 'string' ? errors[field] : undefined);
  const sentence = sentenceOf(error);
  if (current && typeof current['id'] === 'string') {
    return { ...none, sentence, same: { id: current['id'] }, shared: said('shared') ?? null };
  }
  const named = FIELDS.flatMap((field) => {
    const message = said(field);
    return message ? [[field, message] as const] : [];
  });
  return { ...none, ...Object.fromEntries(named), other: named.length > 0 ? null : error };
}
