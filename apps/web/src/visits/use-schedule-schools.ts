import { useRef, useState } from 'react';
import type { Visit } from '@tracker/contract';
import { keyByBody } from '../providers/idempotency';
import { keyOfLine, keysOf, newVisitOf, type VisitLine } from './new-visit';
import { useScheduleVisit } from './use-schedule-visit';
import { useVisitsInTurn } from './use-visits-in-turn';
import { call } from '../providers/call';

interface Saved {
  line: string;
  visit: Visit;
}

/**
 * Schedules a visit to each school: the one that is proposed already, else a new one. Sent again
 * after a refusal, those already taken are not taken twice, and one whose line was changed in
 * between is moved.
 *
 * @param proposed the visit waiting for a date, by line
 */
export function useScheduleSchools(proposed: ReadonlyMap<string, Visit>) {
  const schedule = useScheduleVisit();
  const [keyOf] = useState(keyByBody);
  const saved = useRef(new Map<string, Saved>());
  return useVisitsInTurn<VisitLine>(async (line) => {
    const text = JSON.stringify(line);
    const before = saved.current.get(keyOfLine(line));
    if (before?.line === text) return before.visit;
    const known = before?.visit ?? proposed.get(keyOfLine(line));
    const accepting = keysOf(line.accepting);
    const wanted = { ...newVisitOf(line), accepting };
    const visit = known
      ? await schedule(known, line, { accepting })
      : await call('POST /api/visits', { body: wanted, idempotencyKey: keyOf(wanted) });
    if (visit) saved.current.set(keyOfLine(line), { line: text, visit });
    return visit;
  });
}
