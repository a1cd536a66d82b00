import {
  ANY,
  COUNTED_FIELDS,
  COUNTED_PLAN_FIELDS,
  type CountedPlanField,
  countedValueInWords,
  HOUR_STAGES,
  KEY_STAGES,
  oneDecimal,
  partInWords,
  phasesOfKeyStage,
  placeOfPart,
  type PlanSplitBy,
} from '@tracker/domain';
import type { DataSource } from 'typeorm';
import type { SchoolGroup } from '../school-answers';
import {
  COUNT_FACTS,
  COUNT_PHASES,
  COUNT_TAGS,
  type CountedFact,
  SPLIT_FACT,
  SPLIT_GROUPS,
  type SplitAsked,
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
  /** Labels of what schools want to do next, the one of most schools first. */
  tags: { id: string; label: string; schools: number }[];
  /** Schools that want to do something next that has no label yet. */
  unlabelled: number;
}

/** Most values of a field that are told one by one. */
const MOST_VALUES = 40;

/**
 * What confirmed plans of an academic year say over the schools of a group (rule 28).
 *
 * @param dataSource two connections of it at a time: counting what they say takes as long as all the rest
 */
export async function readPlanFacts(
  dataSource: DataSource,
  group: SchoolGroup,
  split: SplitAsked | null = null,
): Promise<ReadPlanFacts> {
  const beside = async () => ({
    phases: await COUNT_PHASES.rows(dataSource, group),
    split: split && (await readSplit(dataSource, group, split)),
    tags: await COUNT_TAGS.rows(dataSource, group),
  });
  const [rows, { phases, ...others }] = await Promise.all([
    COUNT_FACTS.rows(dataSource, group),
    beside(),
  ]);
  const confirmed = sum(phases.map((phase) => phase.confirmed));
  return {
    ...{ academicYear: group.academicYear, confirmed },
    schools: sum(phases.map(({ schools }) => schools)),
    fields: COUNTED_PLAN_FIELDS.filter((field) => field !== 'plan').map((field) =>
      figuresOf(field, rows, phases),
    ),
    unlabelled: sum(phases.map((phase) => phase.unlabelled)),
    ...others,
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

type CountedPhases = readonly { phase: string | null; confirmed: number }[];

function figuresOf(
  field: CountedPlanField,
  rows: readonly CountedFact[],
  phases: CountedPhases,
): PlanFieldFigures {
  const own = rows.filter((row) => row.field === field);
  const { parts: kind, words: label, several } = COUNTED_FIELDS[field];
  const said = own.filter(({ part }) => part !== ANY);
  const stated =
    field === 'hour' || field === 'minutesPerWeek'
      ? (own.find(({ part, value }) => part === ANY && value === ANY)?.schools ?? 0)
      : sum(said.map(({ schools, first }) => (several ? first : schools)));
  const notStated = sum(phases.map(({ confirmed }) => confirmed)) - stated;
  const silent = kind === 'keyStage' ? silentOf(field, rows, phases) : new Map<string, number>();
  const shown = kind === 'yearGroup' ? own : said;
  const named = [...shown.map(({ part }) => part), ...silent.keys()];
  const parts = kind === null ? [''] : [...new Set(named)].sort(inOrder);
  return {
    ...{ field, label, stated, notStated },
    parts: parts.map((part) => {
      const of = shown.filter((row) => row.part === part);
      const values = valuesOf(field, of);
      return {
        ...{ part, label: labelOf(part, kind) },
        notStated:
          kind === 'keyStage'
            ? (silent.get(part) ?? 0)
            : kind === null || part === ANY
              ? notStated
              : null,
        median: medianOf(of),
        values: values.slice(0, MOST_VALUES),
        moreValues: Math.max(0, values.length - MOST_VALUES),
      };
    }),
  };
}
/** Of each key stage the schools of a phase that has it and say nothing of it; the hour follows from minutes. */
function silentOf(
  field: CountedPlanField,
  rows: readonly CountedFact[],
  phases: CountedPhases,
): Map<string, number> {
  const stages: readonly string[] = field === 'hour' ? HOUR_STAGES : KEY_STAGES;
  const counted = stages.map((stage): [string, number] => {
    const having = phasesOfKeyStage(stage);
    const isOne = ({ phase }: { phase: string | null }) => phase !== null && having.includes(phase);
    const said = rows.filter(
      (row) => row.field === 'minutesPerWeek' && row.part === stage && isOne(row),
    );
    const confirmed = sum(phases.filter(isOne).map((each) => each.confirmed));
    return [stage, confirmed - sum(said.map(({ schools }) => schools))];
  });
  return new Map(counted.filter(([, schools]) => schools > 0));
}

/** All that a field may say, in its order; of one that may say anything what is said, the most frequent first. */
function valuesOf(
  field: CountedPlanField,
  rows: readonly Pick<CountedFact, 'value' | 'schools'>[],
): PlanValueCount[] {
  const known: Readonly<Record<string, string>> | null = COUNTED_FIELDS[field].values;
  const count = (value: string) =>
    sum(rows.filter((row) => row.value === value).map(({ schools }) => schools));
  if (known !== null) {
    return Object.entries(known).map(([value, label]) => ({
      ...{ value, label, schools: count(value) },
    }));
  }
  return [...new Set(rows.map(({ value }) => value))]
    .map((value) => ({
      ...{ value, label: countedValueInWords(field, value), schools: count(value) },
    }))
    .sort((a, b) => b.schools - a.schools || a.label.localeCompare(b.label, 'en-GB'));
}

function labelOf(part: string, kind: 'keyStage' | 'yearGroup' | null): string {
  if (part === ANY) return 'All years';
  return part === '' && kind === 'yearGroup' ? 'Year not said' : partInWords(part);
}

const inOrder = (a: string, b: string) =>
  Number(b === ANY) - Number(a === ANY) || placeOfPart(a) - placeOfPart(b);

async function readSplit(
  dataSource: DataSource,
  group: SchoolGroup,
  asked: SplitAsked,
): Promise<PlanSplit> {
  const groups = await SPLIT_GROUPS.rows(dataSource, group, asked);
  const rows = await SPLIT_FACT.rows(dataSource, group, asked);
  return {
    ...asked,
    groups: groups.map(({ key, ...counted }) => {
      const said = rows.filter((row) => row.key === key && row.value !== ANY);
      return {
        ...{ key, ...counted },
        median: medianOf(said),
        values: valuesOf(asked.field, said).slice(0, MOST_VALUES),
      };
    }),
  };
}

/** Between the two in the middle, one decimal; null where there is none. */
function medianOf(rows: readonly { number: number | null; schools: number }[]): number | null {
  const numbers = rows
    .flatMap(({ number, schools }) => (number === null ? [] : [{ number, schools }]))
    .sort((a, b) => a.number - b.number);
  const total = sum(numbers.map(({ schools }) => schools));
  if (total === 0) return null;
  const at = (place: number) => {
    let before = 0;
    return numbers.find(({ schools }) => (before += schools) >= place)?.number ?? 0;
  };
  return oneDecimal((at(Math.ceil(total / 2)) + at(Math.floor(total / 2) + 1)) / 2);
}
