import { logNewPath, logPath } from '../paths/visit-paths';
import type { DeviceLog } from './device-log';

/** Everything that is kept on this device for whoever is signed in. */
export const ON_DEVICE_PATH = '/on-this-device';

export const keptBriefPath = (visitId: string) => `${ON_DEVICE_PATH}/${visitId}`;

/** Where a log is opened; one whose visit is on record no more by its school. */
export function deviceLogPath({ id, visitId, schoolId, refusal }: DeviceLog): string {
  if (visitId && refusal?.status !== 404) return logPath(visitId);
  return `${logNewPath(schoolId)}&other=1&log=${id}`;
}
