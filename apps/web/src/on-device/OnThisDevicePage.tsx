import { useState, useSyncExternalStore } from 'react';
import { useNotify } from 'react-admin';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import type { Visit } from '@tracker/contract';
import { formatDay, isDay } from '@tracker/domain';
import { instantInWords } from '../fields/texts';
import { AccessDenied } from '../layout/AccessDenied';
import { PageHeading } from '../layout/PageHeading';
import { Section } from '../layout/Section';
import { sentenceOf } from '../providers/problems';
import { signalStore } from '../providers/signal';
import { today } from '../providers/today';
import { useSignedInUser } from '../providers/use-signed-in-user';
import { logPath } from '../visits/paths';
import { whenInWords } from '../visits/visit-words';
import type { DeviceLog } from './device-log';
import { LogState } from './LogState';
import { KEPT_DAYS, mayTakeAlong, refreshPack } from './pack';
import { deviceLogPath, keptBriefPath } from './paths';
import { sendLogs } from './send-logs';
import { useDeviceLogs, useKeptPack } from './use-device-logs';

/** What is here without a signal: logs on their way and the visits of the next two weeks. */
export default function OnThisDevicePage() {
  const logs = useDeviceLogs();
  const kept = useKeptPack();
  const user = useSignedInUser();
  const notify = useNotify();
  const reached = useSyncExternalStore(signalStore.subscribe, signalStore.isReached);
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
            ? `Fetched ${instantInWords(kept.keptAt)}; removed after ${KEPT_DAYS} days.`
            : 'No visits are kept on this device yet.'}
        </Typography>
      </PageHeading>
      {logs.length > 0 && (
        <Section title="Logs">
          <Rows>
            {logs.map((log) => (
              <LogRow key={log.id} log={log} />
            ))}
          </Rows>
        </Section>
      )}
      <Box sx={{ mt: 2 }}>
        <Section title="Visits">
          {kept?.pack.visits.length ? (
            <Rows>
              {kept.pack.visits.map((visit) => (
                <VisitRow key={visit.id} visit={visit} />
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

function Rows({ children }: { children: React.ReactNode }) {
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {children}
    </Box>
  );
}

const ROW = {
  ...{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, py: 1.5 },
  ...{ borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } },
} as const;

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

function VisitRow({ visit }: { visit: Visit }) {
  const mayLog = visit.scheduledOn !== null && visit.scheduledOn <= today();
  return (
    <Box component="li" sx={ROW}>
      <Box sx={{ flex: '1 1 14rem' }}>
        <Typography sx={{ fontWeight: 650 }}>{visit.schoolName}</Typography>
        <Typography variant="body2">{whenInWords(visit)}</Typography>
      </Box>
      <Button
        component={RouterLink}
        to={keptBriefPath(visit.id)}
        aria-label={`Prepare the visit to ${visit.schoolName}`}
      >
        Prepare
      </Button>
      {mayLog && (
        <Button
          variant="contained"
          component={RouterLink}
          to={logPath(visit.id)}
          aria-label={`Log this visit, ${visit.schoolName}`}
        >
          Log this visit
        </Button>
      )}
    </Box>
  );
}
