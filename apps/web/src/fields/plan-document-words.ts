import type { PlanDocument } from '@tracker/contract';
import type { DocumentFormat, PlanDocumentStatus, RejectReason } from '@tracker/domain';
import type { ToneName } from '../layout/palette';

export const DOCUMENT_STATUS_WORDS: Record<PlanDocumentStatus, string> = {
  to_confirm: 'To confirm',
  reading: 'Reading',
  unreadable: 'Cannot be read',
  confirmed: 'Confirmed',
  rejected: 'Rejected',
};

export const DOCUMENT_STATUS_TONES: Record<PlanDocumentStatus, ToneName> = {
  to_confirm: 'soon',
  reading: 'quiet',
  unreadable: 'late',
  confirmed: 'fine',
  rejected: 'quiet',
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

/** Why a document was thrown away. */
export const REJECT_WORDS: Record<RejectReason, string> = {
  not_a_plan: 'It is not a plan',
  other_school: 'It is another school’s',
  unreadable: 'It cannot be read',
};
