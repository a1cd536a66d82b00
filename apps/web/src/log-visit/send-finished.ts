import { database, DeviceStorageError } from '../on-device/database';
import type { DeviceLog } from '../on-device/device-log';
import { sendLogs, sendUnkept } from '../on-device/send-logs';
import type { useKeptLog } from './use-kept-log';

/**
 * Finishes a log and sends it if there is a signal. On a device that keeps nothing it is sent straight
 * away, under the same key however often it is tried.
 *
 * @returns the log as it is then: sent, still waiting, or refused
 */
export async function sendFinished({
  finish,
  log,
}: Pick<ReturnType<typeof useKeptLog>, 'finish' | 'log'>): Promise<DeviceLog> {
  try {
    const finished = await finish();
    await sendLogs();
    return (await (await database()).get('logs', finished.id)) ?? finished;
  } catch (error) {
    if (!(error instanceof DeviceStorageError)) throw error;
    return sendUnkept(log.current);
  }
}
