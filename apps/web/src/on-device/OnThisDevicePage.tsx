import { useState } from 'react';
import { useNotify } from 'react-admin';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import { formatDay, isDay } from '@tracker/domain';
import { AccessDenied } from '../layout/AccessDenied';
import { PageHeading } from '../layout/PageHeading';
import { Section } from '../layout/Section';
import { sentenceOf } from '../providers/problems';
import { useSignal } from '../providers/use-signal';
import { useSignedInUser } from '../providers/use-signed-in-user';
import type { DeviceLog } from './device-log';
import { KeptVisitRow, ROW, Rows } from './KeptVisitRow';
import { LogState } from './LogState';
import { momentInWords } from './moments';
import { KEPT_DAYS, mayTakeAlong, refreshPack } from './pack';
import { deviceLogPath } from './paths';
import { sendLogs } from './send-logs';
import { SpaceNote } from './SpaceNote';
import { useDeviceLogs, useKeptPack } from './use-device-logs';

/** What is here without a signal: logs on their way and the visits of the next two weeks. */
export default function OnThisDevicePage() {
  const logs = useDeviceLogs();
  const kept = useKeptPack();
  const user = useSignedInUser();
  const notify = useNotify();
  const reached = useSignal();
  const [busy, setBusy] = useState(false);
  const refresh = async () => {
    if (!user || busy) return;
    setBusy(true);
    try {
      await refreshPack(user.id);
      await sendLogs();
      notify('Your visits on this device are up to date.', { type: 'success' });
    } catch (error) {
      notify(sentenceOf(error), { type: 'warning' });
    }
    setBusy(false);
  };
  const reader = user !== undefined && !mayTakeAlong(user);
  // Whoever visited schools before and only reads now still gets at what they wrote.
  if (reader && logs.length === 0) return <AccessDenied />;
  const visits = kept?.pack.visits ?? [];
  // The log of a visit that was taken along stands in that visit's row.
  const others = logs.filter(({ visitId }) => !visits.some(({ id }) => id === visitId));
  return (
    <Box sx={{ maxWidth: 760 }}>
      <PageHeading
        title="Your visits on this device"
        actions={
          !reader && (
            <Button variant="outlined" aria-disabled={busy} onClick={() => void refresh()}>
              {busy ? 'Fetching…' : 'Fetch them again'}
            </Button>
          )
        }
      >
        <Typography sx={{ mt: 0.5 }} role="status">
          {reached
            ? 'There is a signal.'
            : 'There is no signal. You can still prepare and log visits.'}{' '}
          {kept
            ? `As of ${momentInWords(kept.keptAt)}; removed after ${KEPT_DAYS} days.`
            : 'No visits are kept on this device yet.'}
        </Typography>
      </PageHeading>
      <SpaceNote />
      {others.length > 0 && (
        <Section title="Logs">
          <Rows>
            {others.map((log) => (
              <LogRow key={log.id} log={log} />
            ))}
          </Rows>
        </Section>
      )}
      <Box sx={{ mt: 2 }}>
        <Section title="Visits">
          {kept && visits.length > 0 ? (
            <Rows>
              {visits.map((visit) => (
                <KeptVisitRow key={visit.id} visit={visit} keptAt={kept.keptAt} />
              ))}
            </Rows>
          ) : (
            <Typography>None of your visits of the next two weeks is on this device.</Typography>
          )}
        </Section>
      </Box>
    </Box>
  );
}

function LogRow({ log }: { log: DeviceLog }) {
  const day = log.typed?.visitedOn;
  return (
    <Box component="li" sx={ROW}>
      <Box sx={{ flex: '1 1 14rem' }}>
        <Typography sx={{ fontWeight: 650 }}>{log.schoolName}</Typography>
        {day && isDay(day) && <Typography variant="body2">Visited {formatDay(day)}</Typography>}
        <LogState log={log} />
        {log.refusal && <Typography variant="body2">{log.refusal.sentence}</Typography>}
      </Box>
      {log.state !== 'sent' && (
        <Button
          variant={log.state === 'attention' ? 'contained' : 'outlined'}
          component={RouterLink}
          to={deviceLogPath(log)}
          aria-label={`Open the log of ${log.schoolName}`}
        >
          Open
        </Button>
      )}
    </Box>
  );
}
