import { plainName, schoolNameKey } from './school-name';

export type PhaseKind = 'primary' | 'secondary' | 'nursery' | 'special' | 'pru' | '16_plus';

/** Words that say what sort of school is meant, in the spelling of `plainName`. */
const HINTS: readonly [RegExp, PhaseKind][] = [
  [/\b(primary|jmi|infant|junior|jun|jnr|inf|first|lower|pri)\b/g, 'primary'],
  [/\b(secondary|sec|high|grammar|upper|comprehensive)\b/g, 'secondary'],
  [/\b(nursery|nurs)\b/g, 'nursery'],
  [/\b(special|sen|send)\b/g, 'special'],
  [/\b(pru|pupil referral unit|alternative provision|education support centre|esc)\b/g, 'pru'],
  [/\b(sixth form|6th form)\b/g, '16_plus'],
];

/** What sorts of school a name says; "Primary and Nursery" is a primary school. */
export function phasesNamed(name: string): PhaseKind[] {
  const plain = plainName(name);
  const named = HINTS.filter(([words]) => plain.search(words) >= 0).map(([, kind]) => kind);
  return named.length > 1 && named.includes('primary')
    ? named.filter((kind) => kind !== 'nursery')
    : named;
}

/** A name in one spelling without what sort of school it is. */
export function withoutPhase(key: string): string {
  const bare = HINTS.reduce((left, [words]) => left.replace(words, ' '), key);
  return bare.replace(/\s+/g, ' ').trim() || key;
}

/**
 * What a name is remembered by: its `schoolNameKey`, and what sort of school it says. "St Mary's JMI"
 * tells nothing of a bare "St Mary's".
 */
export function rememberedKey(name: string): string {
  return [schoolNameKey(name), ...phasesNamed(name).map((kind) => `(${kind})`)].join(' ').trim();
}

interface PhasedSchool {
  name: string;
  phase?: string | null;
  establishmentType?: string | null;
}

/** What a school is by the register's phase and type, and by its own name; empty where neither says. */
export function phasesOf({ name, phase, establishmentType }: PhasedSchool): Set<PhaseKind> {
  const said = (phase ?? '').toLowerCase();
  const type = (establishmentType ?? '').toLowerCase();
  const kinds = new Set(phasesNamed(name));
  if (said.includes('primary') || said === 'all-through') kinds.add('primary');
  if (said.includes('secondary') || said === 'all-through') kinds.add('secondary');
  if (said === 'nursery') kinds.add('nursery');
  if (said === '16 plus') kinds.add('16_plus');
  if (type.includes('special')) kinds.add('special');
  if (/pupil referral|alternative provision/.test(type)) kinds.add('pru');
  return kinds;
}

/** Whether a school is of the sort that a written name says. */
export function phaseAgreement(
  written: string,
  school: PhasedSchool,
): 'agrees' | 'contradicts' | 'silent' {
  const named = phasesNamed(written);
  const kinds = phasesOf(school);
  if (named.length === 0 || kinds.size === 0) return 'silent';
  return named.some((kind) => kinds.has(kind)) ? 'agrees' : 'contradicts';
}
