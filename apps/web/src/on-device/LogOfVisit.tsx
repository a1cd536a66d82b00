import Button from '@mui/material/Button';
import { Link as RouterLink } from 'react-router-dom';
import type { Visit } from '@tracker/contract';
import { logPath } from '../paths/visit-paths';
import type { DeviceLog } from './device-log';
import { LogState } from './LogState';
import { deviceLogPath } from './paths';
import { useDeviceLogs } from './use-device-logs';

/**
 * The log of a visit that is on this device.
 *
 * @param asOf instant of what is shown of the visit, when it was taken along; a log sent before that is
 *   part of it. Null for what the tracker says now.
 */
export function useLogOfVisit(visitId: string, asOf: string | null): DeviceLog | undefined {
  return useDeviceLogs().find(
    (log) =>
      log.visitId === visitId &&
      (log.state !== 'sent' || (asOf !== null && (log.sentAt ?? log.savedAt) > asOf)),
  );
}

interface LogOfVisitProps {
  visit: Pick<Visit, 'id' | 'schoolName'>;
  asOf?: string | null;
  size?: 'small' | 'large';
  variant?: 'contained' | 'outlined';
  /** Several stand on the screen, so each button says which school it is about. */
  named?: boolean;
}

/** The way into a visit's log; once one is on the device, where it is instead of the offer to write it. */
export function LogOfVisit({ visit, asOf = null, size, variant, named }: LogOfVisitProps) {
  const log = useLogOfVisit(visit.id, asOf);
  const to = log ? deviceLogPath(log) : logPath(visit.id);
  const words = log ? (log.state === 'draft' ? 'Continue the log' : 'Open the log') : LOG_IT;
  const label = log ? `Open the log of ${visit.schoolName}` : `${LOG_IT}, ${visit.schoolName}`;
  const isAsked = !log || log.state === 'attention' || log.state === 'draft';
  return (
    <>
      {log && <LogState log={log} />}
      {log?.state !== 'sent' && (
        <Button
          size={size}
          variant={isAsked ? (variant ?? 'contained') : 'outlined'}
          component={RouterLink}
          to={to}
          aria-label={named ? label : undefined}
        >
          {words}
        </Button>
      )}
    </>
  );
}

const LOG_IT = 'Log this visit';
