import { useEffect, useRef, type RefObject } from 'react';
import { useDataProvider, useRefresh } from 'react-admin';
import type { Visit } from '@tracker/contract';
import type { TrackerDataProvider } from '../providers/data-provider';
import { isHttpError } from '../providers/problems';

/** The visit a form logs, and how its last attempt went. */
export interface RecordedVisit {
  /** Null until one that nobody planned is on record. */
  visit: Visit | null;
  /** The server has answered that it will not log it as it was sent. */
  refused: boolean;
}

const GIVEN_UP = 'Logging the visit was given up.';

/**
 * Whether the server has said no for good. Without an answer, or where somebody has to sign in or
 * look at a change first, the visit may be logged yet.
 */
export function isRefusal(error: unknown): boolean {
  if (!isHttpError(error)) return false;
  const { status } = error;
  return status >= 400 && status < 500 && ![401, 408, 409, 429].includes(status);
}

/**
 * Keeps the visit between attempts. One that was put on record for this form alone, and then
 * refused, is cancelled when the form is left: else it would stand among the proposed visits, where
 * nobody has proposed it.
 */
export function useRecordedVisit(planned: Visit | null): RefObject<RecordedVisit> {
  const dataProvider = useDataProvider<TrackerDataProvider>();
  const refresh = useRefresh();
  const recordedRef = useRef<RecordedVisit>({ visit: planned, refused: false });
  useEffect(
    () => () => {
      const { visit, refused } = recordedRef.current;
      if (planned || !visit || !refused) return;
      recordedRef.current.refused = false;
      const body = { version: visit.version, by: 'hub' as const, reason: GIVEN_UP };
      // The form is gone: there is nobody to tell, and a visit that stays can be cancelled by hand.
      dataProvider.cancelVisit(visit.id, body).then(refresh, () => undefined);
    },
    // Only when the form is left, with what was known then.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [],
  );
  return recordedRef;
}
