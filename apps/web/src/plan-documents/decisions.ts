import type { PlanDocumentReading, PlanFieldReading } from '@tracker/contract';
import type { ConfirmedFact, PlanField, PlanFieldValue } from '@tracker/domain';
import { isEmpty } from './typed-values';

/** What a person says of one field; without one they have not come to it. */
export type Decision =
  { outcome: 'right' } | { outcome: 'changed'; value: PlanFieldValue } | { outcome: 'not_stated' };

export type Decisions = Partial<Record<PlanField, Decision>>;

type Fields = Pick<PlanDocumentReading, 'fields'>;

/** `warned` by itself; `look`: read, but not for sure; `sure`: all together with one press; `empty`: nothing was read. */
type FieldGroup = 'warned' | 'look' | 'sure' | 'empty';

export function groupOf({ value, mark, warnings }: PlanFieldReading): FieldGroup {
  if (warnings.length > 0) return 'warned';
  if (value === null) return 'empty';
  return mark === 'sure' ? 'sure' : 'look';
}

const ORDER: readonly FieldGroup[] = ['warned', 'look', 'sure', 'empty'];

/** The years first, as nothing is confirmed without them; then by group, each in the order of the document. */
export function inOrder({ fields }: Fields): PlanFieldReading[] {
  const place = (one: PlanFieldReading) =>
    one.field === 'academicYears' ? -1 : ORDER.indexOf(groupOf(one));
  return [...fields].sort((a, b) => place(a) - place(b));
}

/** The fields about which a person has to say something: what was read, what is warned of, the years. */
export const toDecide = ({ fields }: Fields): PlanFieldReading[] =>
  inOrder({ fields }).filter((one) => one.field === 'academicYears' || groupOf(one) !== 'empty');

export const undecided = (of: Fields, decisions: Decisions): PlanFieldReading[] =>
  toDecide(of).filter(({ field }) => decisions[field] === undefined);

/** What one press confirms: sure, without a warning, and nothing said of it yet. */
export const sureOnes = ({ fields }: Fields, decisions: Decisions): PlanField[] =>
  fields
    .filter((one) => groupOf(one) === 'sure' && decisions[one.field] === undefined)
    .map(({ field }) => field);

export const withSure = (of: Fields, decisions: Decisions): Decisions => ({
  ...decisions,
  ...Object.fromEntries(sureOnes(of, decisions).map((field) => [field, { outcome: 'right' }])),
});

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** A value somebody typed; the one that was read is right, an empty one states nothing. */
export function decisionOf({ value: read }: PlanFieldReading, value: PlanFieldValue): Decision {
  if (isEmpty(value)) return { outcome: 'not_stated' };
  return isSame(value, read) ? { outcome: 'right' } : { outcome: 'changed', value };
}

/** The value that a decision leaves; null where nothing is stated, undefined before anything is said. */
export function decidedValue(
  { value }: Pick<PlanFieldReading, 'value'>,
  decision: Decision | undefined,
): PlanFieldValue | null | undefined {
  if (!decision) return undefined;
  if (decision.outcome === 'right') return value;
  return decision.outcome === 'changed' ? decision.value : null;
}

/** The academic years as decided; none before. */
export function yearsOf({ fields }: Fields, decisions: Decisions): string[] {
  const years = fields.find(({ field }) => field === 'academicYears');
  const value = years && decidedValue(years, decisions.academicYears);
  return Array.isArray(value) ? value.map(String) : [];
}

/** Of every field with a suggestion, and of any other that somebody filled in. */
export const factsOf = ({ fields }: Fields, decisions: Decisions): ConfirmedFact[] =>
  fields.flatMap(({ field, value }): ConfirmedFact[] => {
    const decision = decisions[field];
    if (!decision || (value === null && decision.outcome !== 'changed')) return [];
    return [{ field, ...decision }];
  });

/** What was confirmed before, to be corrected. */
export const confirmedBefore = ({ fields }: Fields): Decisions =>
  Object.fromEntries(
    fields.flatMap(({ field, outcome, confirmed }): [PlanField, Decision][] => {
      if (outcome === null) return [];
      if (outcome !== 'changed') return [[field, { outcome }]];
      return confirmed === null ? [] : [[field, { outcome, value: confirmed }]];
    }),
  );

/** Where to go on after a field: the next that nothing is said of, from the start where none follows. */
export function nextToDecide(of: Fields, decisions: Decisions, after: PlanField): PlanField | null {
  const order = toDecide(of).map(({ field }) => field);
  const open = order.filter((field) => decisions[field] === undefined);
  const at = order.indexOf(after);
  return open.find((field) => order.indexOf(field) > at) ?? open.find((f) => f !== after) ?? null;
}
