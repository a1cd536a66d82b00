import { oneDecimal } from '../one-decimal';
import { stated, notStated, type FieldReading } from './document-to-read';
import {
  findDurations,
  findFrequencies,
  NUMBER,
  numberOf,
  type Duration,
  type Frequency,
} from './durations';
import { findStages, type PlanStage } from './stages';
import { passageOf, type Statement } from './statements';

export interface MinutesPerWeek {
  stage: PlanStage;
  /** A week, one decimal. */
  minutes: number;
  qualifier: 'exact' | 'at_least' | 'average';
}

type Found = MinutesPerWeek & { statement: Statement; told: boolean; weekly: boolean };

export interface MinutesReadings {
  minutesPerWeek: FieldReading<MinutesPerWeek[]>;
  lessonMinutes: FieldReading<number>;
  /** What says that classes have music every week, by its minutes. */
  weekly: Statement[];
}

/** What takes time as well, and is no lesson of a class. */
const NO_LESSON =
  /\b(choirs?|clubs?|orchestras?|ensembles?|bands?|assembl\w+|rehears\w+|individual|one[ -]to[ -]one|1[:-]1|peripatetic|tuition|instrumental (?:and vocal )?lessons?|worship|lunch\w*|after[ -]school|concerts?|workshops?|inset|cpd|staff meeting|therap\w+|singing (?:practice|session|time)s?|hymn practice|small groups?|performances?|interventions?|bikeability|parents|tutors?|private)\b/i;
const A_LESSON =
  /\b(curriculum|class(?:room)? music|music lessons?|classes|timetabled|whole[ -]class|music (?:is|being) taught|discrete|lessons? of music|taught)\b/i;
const ABOUT_LESSONS = /\b(music\w*|lessons?|curriculum|timetabl\w+|taught|teaching)\b/i;
const AT_MOST = /\b(up to|maximum|no more than|less than)\s*$/i;
const ABOUT =
  /\b(average|averages|averaging|approximately|approx\.?|around|about|roughly|equivalent (?:to|of))\b/i;
const MULTIPLIER = new RegExp(
  `\\b(${NUMBER})(?: ?[x×*]|(?: (?:weekly|fortnightly|separate|music|timetabled|discrete|curriculum))*)\\s*(?:of )?$`,
  'i',
);
const LESSONS_OF = new RegExp(
  `(?<!\\b(?:years?|stages?|ks|y) ?)\\b(${NUMBER})(?: (?!${NUMBER}\\b)\\w+){0,2} (?:lessons?|sessions?|periods?)\\b[^.;]{0,40}?(?:\\(|of|lasting|each|at|–|-|,)\\s*(?:an? |at least )?$`,
  'i',
);
const TIMES_BEHIND = /^\s*(?:lessons?\s*)?(?:[x×]\s*(\d)\b|(twice)\b(?! (?:a|per|each)))/i;
const LENGTH_BEHIND =
  /^[\s-]*(?:long )?(?:weekly |fortnightly |discrete |timetabled |class |curriculum |music |ukulele |singing |whole[ -]class |\w+ )?(?:lessons?|sessions?|periods?|slots?)\b/i;
const LENGTH_BEFORE =
  /\b(?:lessons?|sessions?|periods?|slots?)\b[^.;]{0,30}?\b(?:of|last(?:s|ing)?(?: for)?|(?:are|is)(?: each)?|for|taking)\s+(?:approximately |about |around )?$|\blessons? \(\s*$|\b(?:lesson|session) (?:length|duration)\W*$/i;

/** Minutes a week and the length of a lesson, from what is said of lessons of whole classes. */
export function readMinutes(statements: readonly Statement[]): MinutesReadings {
  const found: Found[] = [];
  const lengths: { minutes: number; statement: Statement }[] = [];
  statements.forEach((statement, at) => {
    if (statement.goal || !mayTellOfLessons(statement)) return;
    const text = spelt(statement);
    const durations = findDurations(text);
    if (durations.length === 0) return;
    const before = statements[at - 1]?.block === statement.block ? statements[at - 1] : undefined;
    durations.forEach((duration, i) => {
      const around = {
        after: durations[i - 1]?.end ?? 0,
        before: durations[i + 1]?.at ?? text.length,
      };
      if (isNoLesson(statement, text.slice(around.after, around.before), text)) return;
      if (AT_MOST.test(text.slice(0, duration.at))) return;
      if (isLength(text, duration) && !statement.national)
        lengths.push({ minutes: duration.minutes, statement });
      found.push(...perWeek(statement, text, durations, i, around, before));
    });
  });
  return { ...collect(found), lessonMinutes: lengthOf(lengths) };
}

/** "45" under "Minutes per week" is 45 minutes. */
function spelt({ kind, text, under }: Statement): string {
  const bare = /^\s*(\d{1,3})\s*$/.exec(text);
  return kind === 'cell' && bare && /\bmin(ute)?s\b/i.test(under) ? `${bare[1]} minutes` : text;
}

function mayTellOfLessons({ section, text, under, national, kind }: Statement): boolean {
  if (national) return true;
  if (section === 'overview' || section === 'further') return false;
  if (section === 'partB' || section === 'partC')
    return /\bcurriculum music|class music\b/i.test(text);
  return section === 'partA' || kind === 'cell' || ABOUT_LESSONS.test(`${under} ${text}`);
}

function isNoLesson(statement: Statement, window: string, text: string): boolean {
  const told = NO_LESSON.test(window) ? window : NO_LESSON.test(statement.under) ? text : '';
  return told !== '' && !statement.national && !A_LESSON.test(told);
}

const isLength = (text: string, { at, end, atLeast }: Duration): boolean =>
  !atLeast && (LENGTH_BEHIND.test(text.slice(end)) || LENGTH_BEFORE.test(text.slice(0, at)));

interface Around {
  after: number;
  before: number;
}

function perWeek(
  statement: Statement,
  text: string,
  durations: readonly Duration[],
  i: number,
  around: Around,
  before: Statement | undefined,
): Found[] {
  const duration = durations[i]!;
  const often = howOften(statement, text, duration, around, before);
  if (!often) return [];
  const minutes = oneDecimal(duration.minutes * timesOf(text, duration, around) * often.perWeek);
  const near = text.slice(Math.max(around.after, duration.at - 40), duration.at);
  const average = often.average || ABOUT.test(near);
  const qualifier = average ? 'average' : duration.atLeast ? 'at_least' : 'exact';
  const stages = stagesOf(statement, text, durations, i, around);
  return stages.list.map((stage) => ({
    ...{ stage, minutes, qualifier, statement },
    ...{ told: stages.told, weekly: often.weekly },
  }));
}

type Often = Pick<Frequency, 'perWeek' | 'average' | 'weekly'>;

function howOften(
  { under, kind }: Statement,
  text: string,
  duration: Duration,
  around: Around,
  before: Statement | undefined,
): Often | null {
  const all = findFrequencies(text);
  const inside = all.filter(({ at, end }) => at >= around.after && end <= around.before);
  const behind = inside.filter(({ at }) => at >= duration.end - 1);
  const near = behind.length > 0 ? behind : inside;
  const share = near.find(({ average }) => average);
  const base = near.find(({ average }) => !average) ?? (share ? undefined : all.at(-1));
  if (share) return { perWeek: share.perWeek * (base?.perWeek ?? 1), average: true, weekly: false };
  if (base) return base;
  const title = kind === 'cell' || kind === 'item' ? findFrequencies(under)[0] : undefined;
  if (title) return title;
  // "Classes have music every week. Lessons last 45 minutes."
  const said = before && isLength(text, duration) && /\b(lessons?|taught)\b/i.test(before.text);
  return said && !NO_LESSON.test(before.text) ? (findFrequencies(before.text)[0] ?? null) : null;
}

function timesOf(text: string, { at, end }: Duration, around: Around): number {
  const behind = TIMES_BEHIND.exec(text.slice(end, around.before));
  if (behind) return behind[2] ? 2 : Number(behind[1]);
  const head = text.slice(around.after, at);
  const times = LESSONS_OF.exec(head)?.[1] ?? multiplierOf(head, text.slice(end));
  return times === undefined ? 1 : numberOf(times);
}

/** The two of "two 50-minute lessons"; a year before a length is none. */
function multiplierOf(head: string, behind: string): string | undefined {
  const times = MULTIPLIER.exec(head);
  if (
    !times ||
    /\b(years?|stages?|ks|y|week|weeks|and|to|-|–)\s*$/i.test(head.slice(0, times.index))
  ) {
    return undefined;
  }
  return /[x×*]\s*(of )?$/.test(head) || LENGTH_BEHIND.test(behind) ? times[1] : undefined;
}

function stagesOf(
  { under }: Statement,
  text: string,
  durations: readonly Duration[],
  i: number,
  around: Around,
): { list: PlanStage[]; told: boolean } {
  const all = findStages(text);
  const named = /\bgcse\b/i.test(text.slice(around.after, around.before)) ? ['ks4'] : [];
  const before = all.filter(({ at, end }) => at >= around.after && end <= durations[i]!.at);
  const behind = all.filter(({ at }) => at >= durations[i]!.end && at < around.before);
  // Whether the first length stands behind its stage or before it holds for the others.
  const leads = (all[0]?.at ?? Infinity) < durations[0]!.at;
  const order = leads ? [before, behind] : [behind, before];
  const chosen = order.find((each) => each.length > 0) ?? findStages(under).slice(-1);
  const stages = [...new Set(chosen.flatMap(({ stages: each }) => each))];
  const list = stages.length > 1 ? stages.filter((stage) => stage !== 'all') : stages;
  if (list.length > 0) return { list, told: true };
  return named.length > 0 ? { list: named, told: true } : { list: ['all'], told: false };
}

function collect(found: readonly Found[]): Omit<MinutesReadings, 'lessonMinutes'> {
  const anyTold = found.some(({ told }) => told);
  const kept = new Map<PlanStage, Found>();
  let differ = false;
  for (const each of found) {
    if (anyTold && !each.told) continue;
    const other = kept.get(each.stage);
    if (!other) kept.set(each.stage, each);
    else if (other.minutes !== each.minutes) differ = true;
  }
  const weekly = [...kept.values()].filter((each) => each.weekly).map(({ statement }) => statement);
  if (kept.size === 0) return { minutesPerWeek: notStated(), weekly };
  const entries = [...kept.values()];
  const national = entries.some(({ statement }) => statement.national);
  const sources = [...new Set(entries.map(({ statement }) => statement))];
  return {
    minutesPerWeek: stated(
      entries.map(({ stage, minutes, qualifier }) => ({ stage, minutes, qualifier })),
      differ || !entries.every(({ told }) => told) ? 'unsure' : 'likely',
      sources.map(passageOf),
      national ? ['national_plan_list_copied'] : [],
    ),
    weekly,
  };
}

/** Lessons of different lengths have no one length. */
function lengthOf(
  lengths: readonly { minutes: number; statement: Statement }[],
): FieldReading<number> {
  const [first] = lengths;
  if (!first || lengths.some(({ minutes }) => minutes !== first.minutes)) return notStated();
  return stated(first.minutes, 'likely', [passageOf(first.statement)]);
}
