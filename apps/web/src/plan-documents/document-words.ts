import type { PlanDocument, PlanDocumentFilter } from '@tracker/contract';
import type { DocumentFormat, PlanDocumentStatus, RejectReason } from '@tracker/domain';
import { type FilterWords, IN_AN_INPUT, NOT_IN_ADDRESSES } from '../fields/FilterChips';
import type { ToneName } from '../layout/palette';

export const STATUS_WORDS: Record<PlanDocumentStatus, string> = {
  to_confirm: 'To confirm',
  reading: 'Being read',
  unreadable: 'Cannot be read',
  confirmed: 'Confirmed',
  rejected: 'Rejected',
};

export const STATUS_TONES: Record<PlanDocumentStatus, ToneName> = {
  to_confirm: 'soon',
  reading: 'quiet',
  unreadable: 'late',
  confirmed: 'fine',
  rejected: 'quiet',
};

export const REJECT_WORDS: Record<RejectReason, string> = {
  not_a_plan: 'It is not a plan',
  other_school: 'It is another school’s',
  unreadable: 'It cannot be read',
};

export const FORMAT_WORDS: Record<DocumentFormat, string> = {
  pdf: 'PDF',
  docx: 'Word document',
  html: 'Web page',
  text: 'Text',
};

/** `plan.pdf`, or what else it came as. */
export const documentName = ({ fileName, format }: Pick<PlanDocument, 'fileName' | 'format'>) =>
  fileName ?? (format && format !== 'text' ? FORMAT_WORDS[format] : 'Pasted text');

export const DOCUMENT_FILTER_WORDS: FilterWords<PlanDocumentFilter> = {
  id: NOT_IN_ADDRESSES,
  schoolId: IN_AN_INPUT,
  withPredecessors: (value) => (value ? 'With the schools it follows' : null),
  status: IN_AN_INPUT,
  academicYear: IN_AN_INPUT,
  capturedById: (value) => (value ? 'Captured by one person' : null),
  regionId: IN_AN_INPUT,
};
