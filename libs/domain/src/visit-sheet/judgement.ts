import type { Day } from '../day';
import type { VisitKind, VisitStatus } from '../visit-state';
import type { HandedBackFor, OfferedChange } from './row-outcome';

/** A row with a certain school and day, to be compared with what is on record. */
export interface RowToJudge {
  key: string;
  /** `line 12`, with its sheet where there are several. */
  where: string;
  visitedOn: Day;
  /** The day is the 1st because the file names no more than the month. */
  monthOnly: boolean;
  kind: VisitKind | null;
  visitorId: string | null;
  visitorName: string | null;
  metWith: string | null;
  summary: string | null;
  /** What a person said about the visit on record that day. */
  sameDay: 'another' | 'change' | null;
  takeChanges: boolean;
}

/** A visit on record at the school, or at one it followed or that followed it, on that day. */
export interface RecordedVisit {
  id: string;
  version: number;
  status: VisitStatus;
  kind: VisitKind;
  visitorId: string | null;
  visitorName: string | null;
  metWith: string | null;
  summary: string | null;
  /** Why it was cancelled, not held or made void. */
  why: string | null;
}

/**
 * A visit on another day of which no row of the file is: one scheduled or confirmed, which nobody has
 * logged, or one that took place.
 */
export interface NearbyVisit extends RecordedVisit {
  day: Day;
}

export interface Judgement {
  outcome: 'new' | 'completes' | 'identical' | 'changed' | 'handed_back';
  visitId: string | null;
  visitVersion: number | null;
  changes: OfferedChange[];
  handedBackFor: HandedBackFor | null;
  reason: string | null;
}

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();

/** Who came, one by one: "J. Amble and P. Orwin" are two. */
const people = (name: string): string[] =>
  tidy(name)
    .split(/\s*(?:,|;|&|\+|\/|\band\b|\bwith\b)\s*/)
    .map((each) => each.replace(/\./g, ''))
    .filter((each) => each !== '');

type Who = Pick<RowToJudge, 'visitorId' | 'visitorName'>;

function sameVisitor(a: Who, b: Who): boolean {
  if (a.visitorId !== null && a.visitorId === b.visitorId) return true;
  return (
    a.visitorName !== null && b.visitorName !== null && tidy(a.visitorName) === tidy(b.visitorName)
  );
}

/** Whether both name who came, and nobody came to both. */
export function otherVisitors(a: Who, b: Who): boolean {
  if (a.visitorName === null || b.visitorName === null || sameVisitor(a, b)) return false;
  const ofA = new Set(people(a.visitorName));
  return !people(b.visitorName).some((name) => ofA.has(name));
}

type Said = Pick<RowToJudge, 'kind' | 'visitorId' | 'visitorName' | 'metWith' | 'summary'>;

/** What a row says otherwise than a visit does; what it leaves out is no difference. */
export function differences(said: Said, visit: Said): OfferedChange[] {
  const changes: OfferedChange[] = [];
  const differs = (field: OfferedChange['field'], before: string | null, after: string | null) => {
    if (after === null || (before !== null && tidy(before) === tidy(after))) return;
    changes.push({ field, before, after });
  };
  if (said.kind !== null && said.kind !== 'cycle') differs('kind', visit.kind, said.kind);
  if (said.visitorName !== null && !sameVisitor(said, visit)) {
    differs('visitor', visit.visitorName, said.visitorName);
  }
  differs('metWith', visit.metWith, said.metWith);
  differs('summary', visit.summary, said.summary);
  return changes;
}

const FIELD_WORDS: Record<OfferedChange['field'], string> = {
  day: 'day',
  kind: 'kind of visit',
  visitor: 'visitor',
  metWith: 'met with',
  summary: 'notes',
};

export const NOTHING = {
  visitId: null,
  visitVersion: null,
  changes: [],
  handedBackFor: null,
  reason: null,
};

export function on({ id, version }: RecordedVisit): Pick<Judgement, 'visitId' | 'visitVersion'> {
  return { visitId: id, visitVersion: version };
}

export function sameDay(reason: string, visit?: RecordedVisit): Judgement {
  return {
    ...{ ...NOTHING, outcome: 'handed_back', handedBackFor: 'same_day', reason },
    ...(visit && on(visit)),
  };
}

const otherwise = (changes: readonly OfferedChange[]): string =>
  `The visit of this day is on record, and the row differs from it: ${changes.map(({ field }) => FIELD_WORDS[field]).join(', ')}.`;

export function changing(
  row: RowToJudge,
  visit: RecordedVisit,
  changes: OfferedChange[],
  reason = otherwise(changes),
): Judgement {
  const taken = row.sameDay === 'change' || row.takeChanges;
  return {
    ...{ ...NOTHING, ...on(visit), changes },
    outcome: taken ? 'changed' : 'handed_back',
    handedBackFor: taken ? null : 'differs',
    reason,
  };
}
