import { isAlternativeOrSpecial } from '../school-scope';

/** Kinds of schools a question can be meant for. */
export const QUESTION_PHASES = [
  'nursery',
  'primary',
  'secondary',
  'sixteen_plus',
  'special',
] as const;
export type QuestionPhase = (typeof QUESTION_PHASES)[number];

export const QUESTION_PHASE_LABELS: Record<QuestionPhase, string> = {
  nursery: 'Nursery',
  primary: 'Primary',
  secondary: 'Secondary',
  sixteen_plus: '16 plus',
  special: 'Special, PRU and alternative provision',
};

/** `PhaseOfEducation (name)` of the register. A middle school teaches pupils of both phases. */
const BY_REGISTER: Record<string, QuestionPhase[]> = {
  nursery: ['nursery'],
  primary: ['primary'],
  'middle deemed primary': ['primary', 'secondary'],
  'middle deemed secondary': ['primary', 'secondary'],
  secondary: ['secondary'],
  'all-through': ['primary', 'secondary'],
  '16 plus': ['sixteen_plus'],
};

/**
 * The phases whose questions a school is asked. Special schools, PRUs and alternative provision come first,
 * because the register often gives them no phase. Empty when nothing is known: then all are asked.
 */
export function phasesOfSchool(school: {
  phase: string | null;
  establishmentType: string | null;
}): QuestionPhase[] {
  if (isAlternativeOrSpecial(school.establishmentType ?? '')) return ['special'];
  const phase = school.phase?.trim().toLowerCase() ?? '';
  return Object.hasOwn(BY_REGISTER, phase) ? [...(BY_REGISTER[phase] ?? [])] : [];
}

/** Whether a question for these phases is put to a school of those. */
export function isAskedIn(
  asked: readonly QuestionPhase[],
  school: readonly QuestionPhase[],
): boolean {
  return asked.length === 0 || school.length === 0 || asked.some((phase) => school.includes(phase));
}
