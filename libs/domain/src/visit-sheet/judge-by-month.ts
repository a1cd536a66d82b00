import { formatDay } from '../day';
import { monthMarked } from './day-months';
import {
  changing,
  differences,
  type Judgement,
  type NearbyVisit,
  NOTHING,
  on,
  otherVisitors,
  type RowToJudge,
  sameDay,
} from './judgement';

/** As it was said of the visit, without that only the month is known. */
const saidOf = <Said extends { summary: string | null }>(said: Said): Said => {
  const marked = monthMarked(said.summary ?? '');
  return marked ? { ...said, summary: marked.notes } : said;
};

/** The row has the day of a visit of which only the month was known: the record takes it. */
function daySaid(row: RowToJudge, visit: NearbyVisit, month: string): Judgement {
  const before = saidOf(visit);
  const others = differences(row, before).filter(({ field }) => field !== 'summary');
  const after = row.summary ?? before.summary ?? 'No notes were kept.';
  return changing(
    row,
    visit,
    [
      { field: 'day', before: month, after: formatDay(row.visitedOn) },
      ...others,
      { field: 'summary', before: visit.summary, after },
    ],
    `A visit is on record of which only the month was known: ${month}. This row may be its day, or another visit.`,
  );
}

/** The row names only the month of a visit whose day is on record. */
function dayKnown(row: RowToJudge, visit: NearbyVisit): Judgement {
  const said = saidOf(row);
  const changes = differences(said, visit);
  const theSame = changes.length === 0 && (said.summary !== null || row.sameDay === 'change');
  if (theSame) return { ...NOTHING, ...on(visit), outcome: 'identical' };
  const day = formatDay(visit.day);
  const reason = `The row names only the month, and a visit of ${day} is on record. Say whether it is another one.`;
  return row.sameDay === 'change' ? changing(row, visit, changes, reason) : sameDay(reason, visit);
}

/**
 * Compares a row with the visits on record of other days of its month, where the row or the record
 * knows no more than the month. Whether two such are one, a person says, unless all they say is the same.
 */
export function judgeByMonth(
  row: RowToJudge,
  nearby: readonly NearbyVisit[],
  claimed: ReadonlySet<string>,
): Judgement | null {
  const likely = nearby.filter(
    (visit) =>
      visit.status === 'completed' &&
      visit.day.slice(0, 7) === row.visitedOn.slice(0, 7) &&
      !claimed.has(visit.id) &&
      !otherVisitors(row, visit),
  );
  const visits = likely.filter(({ summary }) => row.monthOnly || monthMarked(summary ?? ''));
  const [visit] = visits;
  if (!visit) return null;
  if (visits.length > 1) {
    return sameDay('Several visits of this month are on record, and the row may be any of them.');
  }
  const marked = monthMarked(visit.summary ?? '');
  if (row.monthOnly) return dayKnown(row, visit);
  return marked && daySaid(row, visit, marked.month);
}
