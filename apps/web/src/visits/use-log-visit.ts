import { useRef, useState } from 'react';
import { useDataProvider } from 'react-admin';
import type { LogVisit, NewAction, Visit } from '@tracker/contract';
import type { VisitKind } from '@tracker/domain';
import type { TrackerDataProvider } from '../providers/data-provider';
import { keyByBody } from '../providers/idempotency';

/** The form as it is filled in; empty text where something is left open. */
export interface LogValues {
  visitedOn: string;
  kind: VisitKind;
  metWith: string;
  summary: string;
  actions: {
    title: string;
    detail?: string;
    ownerId?: string;
    dueOn?: string;
    priority: NewAction['priority'];
  }[];
}

function outcomeOf({ visitedOn, metWith, summary, actions }: LogValues): LogVisit {
  return {
    visitedOn,
    summary,
    metWith: metWith || null,
    actions: actions.map(({ title, detail, ownerId, dueOn, priority }) => ({
      title,
      priority,
      detail: detail || null,
      ownerId: ownerId || null,
      dueOn: dueOn || null,
    })),
  };
}

/**
 * Logs a visit; one nobody planned is put on record first. When only the second step is refused,
 * the next attempt goes on from the first, so that no visit is left behind twice.
 */
export function useLogVisit(
  planned: Visit | null,
  schoolId: string,
  visitorId: string | undefined,
) {
  const dataProvider = useDataProvider<TrackerDataProvider>();
  const [keyOf] = useState(keyByBody);
  const recorded = useRef<Visit | null>(planned);
  return async (values: LogValues): Promise<Visit> => {
    const created = { schoolId, kind: values.kind, ...(visitorId && { visitorId }) };
    recorded.current ??= await dataProvider.createVisit(created, keyOf(created));
    const { id, version } = recorded.current;
    const body = { ...outcomeOf(values), version };
    return dataProvider.logVisit(id, body, keyOf(body));
  };
}
