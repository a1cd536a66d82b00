import { type ContactRole, type Role, ROLE_WORDS } from '@tracker/contract';
import {
  IMPORT_KIND_LABELS,
  type PlannedKind,
  type VisitState,
  type VisitStatus,
  type ImportKind,
  type ImportStatus,
} from '@tracker/domain';
import type { ToneName } from '../layout/palette';

export {
  ACTION_PRIORITY_WORDS,
  ACTION_STATUS_WORDS,
  FSM_BAND_WORDS,
  SCHOOL_STATUS_WORDS,
  VISIT_KIND_WORDS,
  VISIT_STATUS_WORDS,
} from '@tracker/contract';

/** The one wording of everything that has no number or name: never shown as "no" or as nothing. */
export const NOT_RECORDED = 'Not recorded';
/** Nobody has been named for it yet. */
export const NOT_ASSIGNED = 'Not assigned';

export const roleInWords = (role: Role) => ROLE_WORDS[role];

export const STATE_TONES: Record<VisitState, ToneName> = {
  never_visited: 'urgent',
  overdue: 'late',
  due: 'soon',
  on_track: 'fine',
};

export const VISIT_STATUS_TONES: Record<VisitStatus, ToneName> = {
  proposed: 'quiet',
  scheduled: 'booked',
  confirmed: 'booked',
  completed: 'fine',
  cancelled: 'quiet',
  not_held: 'late',
  void: 'quiet',
};

/** In the order of a filter's menu. */
export const PLANNED_WORDS: Record<PlannedKind, string> = {
  booked: 'Booked',
  proposed: 'Proposed',
  not_logged: 'Not logged',
  nothing: 'Nothing planned',
};

export const CONTACT_ROLE_WORDS: Record<ContactRole, string> = {
  head_teacher: 'Head teacher',
  music_lead: 'Music lead',
  other: 'Other',
};

export const IMPORT_KIND_WORDS: Record<ImportKind, string> = IMPORT_KIND_LABELS;

export const IMPORT_STATUS_WORDS: Record<ImportStatus, string> = {
  queued: 'Waiting its turn',
  running: 'Reading file',
  done: 'Done',
  failed: 'Not taken',
  undoing: 'Being undone',
  undone: 'Undone',
};

/** Choices of a select from a table of words, in the table's order. */
export function choicesOf<K extends string>(words: Record<K, string>): { id: K; name: string }[] {
  return (Object.keys(words) as K[]).map((id) => ({ id, name: words[id] }));
}
