import { plural } from '../plural';

/** The scale a question of stages begins with, from lowest to highest (rule 16). */
export const STARTING_SCALE = ['Not yet in place', 'Emerging', 'Established', 'Embedded'] as const;
export const FEWEST_STAGES = 2;
export const MOST_STAGES = 6;

/** Stages this far apart or more between the school's view and the visitor's are marked. */
const SEEN_DIFFERENTLY_FROM = 2;

/** An answer on an ordered scale: 1 for the lowest. Never averaged, never one figure for a school. */
export type Stage = number;

/**
 * A section's stage: the lower median of those answered, when at least half of its questions are.
 *
 * @param answers one entry a question of the section, null for one not answered
 * @returns null when not enough are answered
 */
export function sectionStage(answers: readonly (Stage | null)[]): Stage | null {
  const answered = answers.filter((stage) => stage !== null).sort((a, b) => a - b);
  if (answered.length === 0 || answered.length * 2 < answers.length) return null;
  return answered[Math.ceil(answered.length / 2) - 1] ?? null;
}

export type StageChange = 'up' | 'down' | 'same' | 'new' | 'not_asked';

/** A question of stages as it was answered in one year. */
export interface AnsweredStage {
  /** Keys of the scale, from lowest to highest. */
  scale: readonly string[];
  stage: Stage | null;
}

/**
 * What became of a question from one year to the next; null when the two cannot be compared, because
 * the scale has changed or one of them has no answer.
 *
 * @param before null when it was not asked then
 * @param after null when it is not asked now
 */
export function stageChange(
  before: AnsweredStage | null,
  after: AnsweredStage | null,
): StageChange | null {
  if (after === null) return before === null ? null : 'not_asked';
  if (before === null) return after.stage === null ? null : 'new';
  if (before.stage === null || after.stage === null || !sameScale(before.scale, after.scale))
    return null;
  if (after.stage === before.stage) return 'same';
  return after.stage > before.stage ? 'up' : 'down';
}

/** "up on 6, down on 1, the same on 9, 2 new"; empty when nothing can be compared. */
export function stageChangesInWords(changes: readonly (StageChange | null)[]): string {
  const of = (change: StageChange) => changes.filter((one) => one === change).length;
  const parts: [number, (count: number) => string][] = [
    [of('up'), (count) => `up on ${count}`],
    [of('down'), (count) => `down on ${count}`],
    [of('same'), (count) => `the same on ${count}`],
    [of('new'), (count) => `${count} new`],
    [of('not_asked'), (count) => `${plural(count, 'question')} not asked`],
  ];
  return parts
    .filter(([count]) => count > 0)
    .map(([count, say]) => say(count))
    .join(', ');
}

/** Whether school and visitor see one question so differently that the next brief says it. */
export const seenDifferently = (school: Stage | null, visitor: Stage | null): boolean =>
  school !== null && visitor !== null && Math.abs(school - visitor) >= SEEN_DIFFERENTLY_FROM;

const sameScale = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((key, index) => key === b[index]);
