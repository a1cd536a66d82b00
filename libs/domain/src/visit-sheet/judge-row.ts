import { daysBetween, formatDay } from '../day';
import { shorten } from '../register/rejection';
import { OPEN_VISIT_STATUSES, type VisitStatus } from '../visit-state';
import { judgeByMonth } from './judge-by-month';
import {
  changing,
  differences,
  type Judgement,
  type NearbyVisit,
  NOTHING,
  on,
  otherVisitors,
  type RecordedVisit,
  type RowToJudge,
  sameDay,
} from './judgement';

/** An earlier row of the same school and day. */
export interface EarlierRow {
  row: RowToJudge;
  judgement: Judgement;
}

const ENDED: Partial<Record<VisitStatus, string>> = {
  cancelled: 'was cancelled',
  not_held: 'was not held',
  void: 'was made void',
};
const OPEN: readonly VisitStatus[] = OPEN_VISIT_STATUSES;

function amongCompleted(row: RowToJudge, completed: RecordedVisit[], claimed: ReadonlySet<string>) {
  const same = completed.find(
    (visit) => !claimed.has(visit.id) && differences(row, visit).length === 0,
  );
  if (same) return { ...NOTHING, ...on(same), outcome: 'identical' as const };
  const free = completed.filter(({ id }) => !claimed.has(id));
  if (free.length === 0) return null;
  const likely =
    row.sameDay === 'change' ? free : free.filter((visit) => !otherVisitors(row, visit));
  const [visit] = likely;
  if (visit && likely.length === 1) return changing(row, visit, differences(row, visit));
  if (visit)
    return sameDay('Several visits of this day are on record, and the row may be any of them.');
  const names = free.map(({ visitorName }) => visitorName).join(' and ');
  const who = `${row.visitorName} here, ${names} there`;
  return sameDay(
    `A visit of this day by somebody else is on record (${shorten(who, 200)}). Say whether this is another visit or a correction.`,
    free[0],
  );
}

function amongEarlier(row: RowToJudge, earlier: readonly EarlierRow[]): Judgement | null {
  for (const { row: before, judgement } of earlier) {
    const equal = differences(row, before).length === 0;
    if (!equal || otherVisitors(row, before)) continue;
    const reason = `It is the same as ${before.where}.`;
    const { visitId, visitVersion } = judgement;
    return { ...NOTHING, outcome: 'identical', visitId, visitVersion, reason };
  }
  const clash = earlier.find(({ row: before }) => !otherVisitors(row, before));
  if (!clash) return null;
  return sameDay(
    `There is a visit to this school on this day on ${clash.row.where} as well, and the two differ. Say whether this is another visit.`,
  );
}

/** How far from its day a visit may have taken place for it to be asked whether it is this one. */
export const DAYS_NEARBY = 7;

/** Whether a visit planned for a day close by is the one that took place: that, a person says. */
function amongNearby(
  row: RowToJudge,
  nearby: readonly NearbyVisit[],
  claimed: ReadonlySet<string>,
): Judgement | null {
  const distance = ({ day }: NearbyVisit) => Math.abs(daysBetween(row.visitedOn, day));
  const [planned] = nearby
    .filter(({ id, status }) => OPEN.includes(status) && !claimed.has(id))
    .filter((visit) => distance(visit) <= DAYS_NEARBY)
    .sort((a, b) => distance(a) - distance(b));
  if (!planned) return null;
  if (row.sameDay === 'change') return { ...NOTHING, ...on(planned), outcome: 'completes' };
  const who = planned.visitorName === null ? '' : `, by ${shorten(planned.visitorName, 100)}`;
  return {
    ...{ ...NOTHING, ...on(planned), outcome: 'handed_back', handedBackFor: 'near_scheduled' },
    reason: `A visit is scheduled for ${formatDay(planned.day)}${who}. Is this it?`,
  };
}

/**
 * What becomes of a row, by what is on record of its school and day and what earlier rows of the
 * file are. Two visits of a day by different people are two; a visit scheduled for the day is
 * completed; whatever may be one or the other is handed back, and a row that differs from the record
 * is offered as a change.
 *
 * @param claimed visits on record that earlier rows are
 * @param nearby visits of the school planned for other days, of which no row of the file is
 */
export function judgeRow(
  row: RowToJudge,
  recorded: readonly RecordedVisit[],
  claimed: ReadonlySet<string>,
  earlier: readonly EarlierRow[],
  nearby: readonly NearbyVisit[] = [],
): Judgement {
  const another = row.sameDay === 'another';
  const completed = recorded.filter(({ status }) => status === 'completed');
  const mine = another ? null : amongCompleted(row, completed, claimed);
  if (mine) return mine;
  const taken = another ? null : amongEarlier(row, earlier);
  if (taken) return taken;

  const open = recorded.filter(({ id, status }) => OPEN.includes(status) && !claimed.has(id));
  const mineToo = open.filter((visit) => !otherVisitors(row, visit));
  const [planned] = mineToo.length === 1 || open.length > 1 ? mineToo : open;
  if (!another && open.length > 0) {
    if (open.length > 1 && mineToo.length !== 1) {
      return sameDay(
        'Several visits are scheduled for this day, and the row may be any of them.',
        open[0],
      );
    }
    if (planned) return { ...NOTHING, ...on(planned), outcome: 'completes' };
  }
  const ended = recorded.find(({ id, status }) => ENDED[status] !== undefined && !claimed.has(id));
  if (ended && !another && completed.length === 0) {
    const why = ended.why === null ? '' : ` (${shorten(ended.why, 100)})`;
    const when = formatDay(row.visitedOn);
    return sameDay(
      `The tracker has a visit of ${when} that ${ENDED[ended.status]}${why}. Say whether this is another one.`,
      ended,
    );
  }
  const close = another
    ? null
    : (judgeByMonth(row, nearby, claimed) ?? amongNearby(row, nearby, claimed));
  return close ?? { ...NOTHING, outcome: 'new' };
}
