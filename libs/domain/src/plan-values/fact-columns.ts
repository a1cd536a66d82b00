import {
  COUNTED_FIELDS,
  COUNTED_PLAN_FIELDS,
  type CountedPlanField,
  countedValueInWords,
  partInWords,
} from './counted-fields';
import { HOUR_STAGES, KEY_STAGES } from './key-stages';

/** A column of what plans say, a school a row. */
interface FactColumn {
  key: string;
  heading: string;
  kind: 'text' | 'number';
  field: CountedPlanField;
  /** Null for all parts in one cell. */
  part: string | null;
}

/** What `factInCell` reads. */
export interface FactToShow {
  field: string;
  part: string;
  value: string;
  number: number | null;
}

const columnsOf = (field: CountedPlanField): FactColumn[] => {
  const { words } = COUNTED_FIELDS[field];
  const by = (stages: readonly string[], kind: FactColumn['kind']): FactColumn[] =>
    stages.map((part) => ({
      ...{ key: `${field}_${part}`, heading: `${words}, ${partInWords(part).toLowerCase()}` },
      ...{ kind, field, part },
    }));
  if (field === 'hour') return by(HOUR_STAGES, 'text');
  if (field === 'minutesPerWeek') return by(KEY_STAGES, 'number');
  return [{ key: field, heading: words, kind: 'text', field, part: null }];
};

/** In the order of the document. */
export const PLAN_FACT_COLUMNS: readonly FactColumn[] = COUNTED_PLAN_FIELDS.filter(
  (field) => field !== 'plan',
).flatMap(columnsOf);

/** What stands in a column's cell of a school; null where its plan does not state it. */
export function factInCell(
  { field, part, kind }: FactColumn,
  facts: readonly FactToShow[],
): string | number | null {
  const own = facts.filter((fact) => fact.field === field && (part === null || fact.part === part));
  if (own.length === 0) return null;
  if (kind === 'number') return own[0]?.number ?? null;
  const words = (fact: FactToShow) => {
    const value = countedValueInWords(field, fact.value);
    return part === null && fact.part !== '' ? `${partInWords(fact.part)}: ${value}` : value;
  };
  return own.map(words).join('; ');
}
