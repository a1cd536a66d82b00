import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import type { PriorityRefresh } from '@tracker/contract';
import { plural } from '@tracker/domain';
import { StopButton } from '../fields/StopButton';
import { useMayRunTheHub } from '../providers/use-signed-in-user';
import type { Ranking } from './use-ranking';
import { call } from '../providers/call';

/** A ranking of all schools: how far it is, how to stop it, and how it ended. */
export function RankingNote({ ranking: { underWay, ended, lookAgain } }: { ranking: Ranking }) {
  const mayRunTheHub = useMayRunTheHub();
  return (
    // Always there, so that a screen reader says what comes into it.
    <Box role="status">
      {underWay && (
        <Alert
          severity="info"
          sx={NOTE}
          action={
            mayRunTheHub && (
              <StopButton
                words="Stop ranking"
                stop={() => call('POST /api/priority-refreshes/{id}/stop', { id: underWay.id })}
                onEnd={lookAgain}
              />
            )
          }
        >
          {underWayInWords(underWay)}
          <LinearProgress aria-label="The ranking is under way" sx={{ mt: 1, borderRadius: 4 }} />
        </Alert>
      )}
      {ended && (
        <Alert severity={ended.status === 'failed' ? 'warning' : 'success'} sx={NOTE}>
          {endInWords(ended)}
        </Alert>
      )}
    </Box>
  );
}

const NOTE = { mb: 2, maxWidth: 720 } as const;

function underWayInWords({ status, schools, requestedByName }: PriorityRefresh): string {
  const by = requestedByName ? `, as ${requestedByName} asked` : '';
  if (status === 'queued') return `All schools are to be ranked again${by}. Waiting for its turn.`;
  return `All schools are being ranked again${by}: ${plural(schools, 'school')} so far.`;
}

function endInWords({ status, schools, changed, message }: PriorityRefresh): string {
  const ranked = `${plural(schools, 'school')} ranked again, ${changed.toLocaleString('en-GB')} of them with another score or other reasons`;
  if (status === 'done') return `${ranked}.`;
  const why = message ?? 'The ranking did not end well.';
  return schools > 0 ? `${why} Until then: ${ranked}.` : why;
}
