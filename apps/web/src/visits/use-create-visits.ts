import { useState } from 'react';
import { useDataProvider, useRefresh } from 'react-admin';
import type { NewVisit, Visit } from '@tracker/contract';
import { keyByBody } from '../providers/idempotency';
import { sentenceOf } from '../providers/problems';
import type { TrackerDataProvider } from '../providers/data-provider';

/** What came of each visit asked for, in the order asked: the visit, or why it was refused. */
export type CreatedVisit = { visit: Visit } | { problem: string };

/**
 * Creates visits one after the other. Sent again after a refusal, those already taken are not
 * created twice.
 */
export function useCreateVisits(): (visits: readonly NewVisit[]) => Promise<CreatedVisit[]> {
  const dataProvider = useDataProvider<TrackerDataProvider>();
  const refresh = useRefresh();
  const [keyOf] = useState(keyByBody);
  return async (visits) => {
    const results: CreatedVisit[] = [];
    for (const visit of visits) {
      try {
        results.push({ visit: await dataProvider.createVisit(visit, keyOf(visit)) });
      } catch (error) {
        results.push({ problem: sentenceOf(error) });
      }
    }
    refresh();
    return results;
  };
}
