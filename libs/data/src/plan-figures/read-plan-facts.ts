import {
  ANY,
  COUNTED_FIELDS,
  COUNTED_PLAN_FIELDS,
  type CountedPlanField,
  countedValueInWords,
  HOUR_STAGES,
  NOT_STATED,
  partInWords,
  placeOfPart,
  type PlanSplitBy,
} from '@tracker/domain';
import type { EntityManager } from 'typeorm';
import type { SchoolGroup } from '../school-answers';
import {
  COUNT_FACTS,
  COUNT_GROUP,
  type CountedFact,
  SPLIT_FACT,
  type SplitAsked,
  type SplitRow,
} from './count-facts.queries';

/** A value and how many schools say it. */
export interface PlanValueCount {
  value: string;
  label: string;
  schools: number;
}

/** One part of a field: a key stage, a year group, `ANY` for all of them; empty where it has none. */
export interface PlanPartFigures {
  part: string;
  label: string;
  /** Null where schools that do not state it are counted of the field as a whole. */
  notStated: number | null;
  /** Minutes a week, of the schools that state them. */
  median: number | null;
  /** The most frequent first, or in the order of the field. */
  values: PlanValueCount[];
  /** Values that are said and not told one by one. */
  moreValues: number;
}

export interface PlanFieldFigures {
  field: CountedPlanField;
  label: string;
  /** Schools that say anything of it. */
  stated: number;
  notStated: number;
  parts: PlanPartFigures[];
}

export interface PlanSplitGroup {
  key: string | null;
  label: string | null;
  /** Schools with a confirmed plan. */
  confirmed: number;
  notStated: number;
  median: number | null;
  values: PlanValueCount[];
}

export interface PlanSplit {
  by: PlanSplitBy;
  field: CountedPlanField;
  part: string;
  groups: PlanSplitGroup[];
}

/** The contract's PlanFacts. */
export interface ReadPlanFacts {
  academicYear: string;
  /** In scope. */
  schools: number;
  /** Of them with a confirmed plan for the year. */
  confirmed: number;
  fields: PlanFieldFigures[];
  split: PlanSplit | null;
}

/** What confirmed plans of an academic year say over the schools of a group (rule 28). */
export async function readPlanFacts(
  manager: EntityManager,
  group: SchoolGroup,
  split: SplitAsked | null = null,
): Promise<ReadPlanFacts> {
  const { schools } = await COUNT_GROUP.one(manager, group);
  const rows = await COUNT_FACTS.rows(manager, group);
  const confirmed = rows.find(({ field, part }) => field === 'plan' && part === '')?.schools ?? 0;
  return {
    ...{ academicYear: group.academicYear, schools, confirmed },
    fields: COUNTED_PLAN_FIELDS.filter((field) => field !== 'plan').map((field) =>
      figuresOf(field, rows, confirmed),
    ),
    split: split && splitOf(split, await SPLIT_FACT.rows(manager, group, split)),
  };
}

function figuresOf(
  field: CountedPlanField,
  rows: readonly CountedFact[],
  confirmed: number,
): PlanFieldFigures {
  const own = rows.filter((row) => row.field === field);
  const stated = own.find(({ part, value }) => part === ANY && value === ANY)?.schools ?? 0;
  const notStated = confirmed - stated;
  const { parts: kind, words: label } = COUNTED_FIELDS[field];
  const said = own.filter(({ value }) => value !== ANY && value !== NOT_STATED);
  const silent = kind === 'keyStage' ? silentOf(field, rows) : new Map<string, number>();
  const named = [...said.map(({ part }) => part), ...silent.keys()];
  const parts = kind === null ? [''] : [...new Set(named)].sort(inOrder);
  return {
    ...{ field, label, stated, notStated },
    parts: parts.map((part) => {
      const of = said.filter((row) => row.part === part);
      return {
        ...{ part, label: labelOf(part, kind) },
        notStated:
          kind === 'keyStage'
            ? (silent.get(part) ?? 0)
            : kind === null || part === ANY
              ? notStated
              : null,
        median: of[0]?.median ?? null,
        values: valuesOf(field, of),
        moreValues: Math.max(0, (of[0]?.values ?? 0) - of.length),
      };
    }),
  };
}

/** Of each key stage the schools that have it and say nothing of it; the hour follows from minutes. */
const silentOf = (field: CountedPlanField, rows: readonly CountedFact[]): Map<string, number> =>
  new Map(
    rows
      .filter((row) => row.field === 'minutesPerWeek' && row.value === NOT_STATED)
      .filter(({ part }) => field !== 'hour' || HOUR_STAGES.some((stage) => stage === part))
      .map(({ part, schools }) => [part, schools]),
  );

/** All that a field may say, in its order; of one that may say anything what is said, the most frequent first. */
function valuesOf(
  field: CountedPlanField,
  rows: readonly Pick<CountedFact, 'value' | 'schools'>[],
): PlanValueCount[] {
  const known: Readonly<Record<string, string>> | null = COUNTED_FIELDS[field].values;
  const count = (value: string) => rows.find((row) => row.value === value)?.schools ?? 0;
  if (known !== null) {
    return Object.entries(known).map(([value, label]) => ({
      ...{ value, label, schools: count(value) },
    }));
  }
  return rows
    .map(({ value, schools }) => ({
      ...{ value, label: countedValueInWords(field, value), schools },
    }))
    .sort((a, b) => b.schools - a.schools || a.label.localeCompare(b.label, 'en-GB'));
}

function labelOf(part: string, kind: 'keyStage' | 'yearGroup' | null): string {
  if (part === ANY) return 'All years';
  return part === '' && kind === 'yearGroup' ? 'Year not said' : partInWords(part);
}

const inOrder = (a: string, b: string) =>
  Number(b === ANY) - Number(a === ANY) || placeOfPart(a) - placeOfPart(b);

function splitOf(asked: SplitAsked, rows: readonly SplitRow[]): PlanSplit {
  const keys = [...new Set(rows.map(({ key }) => key))];
  return {
    ...asked,
    groups: keys.map((key) => {
      const own = rows.filter((row) => row.key === key);
      const count = (value: string) => own.find((row) => row.value === value)?.schools ?? 0;
      const said = own.filter(({ value }) => value !== ANY && value !== NOT_STATED);
      return {
        ...{ key, label: own.find(({ label }) => label !== null)?.label ?? key },
        ...{ confirmed: count(ANY), notStated: count(NOT_STATED) },
        median: said.find(({ median }) => median !== null)?.median ?? null,
        values: valuesOf(asked.field, said),
      };
    }),
  };
}
