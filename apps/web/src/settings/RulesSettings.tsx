import { useQuery } from '@tanstack/react-query';
import { Failure } from '../layout/Failure';
import { Waiting } from '../layout/Waiting';

import { RulesEdit } from './RulesEdit';
import { call } from '../providers/call';

/** The hub's own rules: what counts, how many visits are aimed at, what makes a school urgent. */
export default function RulesSettings() {
  const { data, error, refetch } = useQuery({
    queryKey: ['hub-settings'],
    queryFn: ({ signal }) => call('GET /api/hub-settings', { signal }),
    // Somebody may be typing: what is there now is asked for when they save.
    refetchOnWindowFocus: false,
  });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting words="Loading the rules…" />;
  return <RulesEdit key={data.version} settings={data} onSaved={() => void refetch()} />;
}
