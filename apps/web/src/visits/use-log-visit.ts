import { useState } from 'react';
import { useDataProvider } from 'react-admin';
import type { LogVisit, NewAction, Visit } from '@tracker/contract';
import { formatDay, type VisitKind } from '@tracker/domain';
import type { NamedText } from '../conflicts/overtaken';
import type { TrackerDataProvider } from '../providers/data-provider';
import { keyByBody } from '../providers/idempotency';
import { isRefusal, useRecordedVisit } from './use-recorded-visit';
import { useVisitStep } from './use-visit-step';

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

/** The form in words, for somebody who compares it with what another person wrote. */
function typedIn({ visitedOn, metWith, summary, actions }: LogValues): NamedText[] {
  return [
    ['Date visited', formatDay(visitedOn)],
    ['Who you met', metWith || null],
    ['What you found', summary],
    ...(actions.length > 0
      ? [['What is to be done', actions.map(({ title }) => title).join('\n')] as const]
      : []),
  ];
}

/**
 * Logs a visit; one nobody planned is put on record first. When only the second step is refused,
 * the next attempt goes on from the first, so that no visit is left behind twice; when the form is
 * left instead, what it put on record is taken back. Resolves to `false` when the person went back to
 * the form because somebody else had changed the visit.
 */
export function useLogVisit(
  planned: Visit | null,
  schoolId: string,
  visitorId: string | undefined,
) {
  const dataProvider = useDataProvider<TrackerDataProvider>();
  const [keyOf] = useState(keyByBody);
  const recordedRef = useRecordedVisit(planned);
  const step = useVisitStep();
  return async (values: LogValues): Promise<Visit | false> => {
    const created = { schoolId, kind: values.kind, ...(visitorId && { visitorId }) };
    recordedRef.current.visit ??= await dataProvider.createVisit(created, keyOf(created));
    const { visit } = recordedRef.current;
    const outcome = outcomeOf(values);
    recordedRef.current.refused = false;
    try {
      return await step({
        visit,
        command: 'complete',
        wish: outcome,
        typed: typedIn(values),
        goOn: 'Log it all the same',
        send: (version, key) => dataProvider.logVisit(visit.id, { ...outcome, version }, key),
      });
    } catch (error) {
      recordedRef.current.refused = isRefusal(error);
      throw error;
    }
  };
}
