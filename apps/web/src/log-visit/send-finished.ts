import { database, DeviceStorageError } from '../on-device/database';
import type { DeviceLog } from '../on-device/device-log';
import { removeLog } from '../on-device/device-logs';
import { sendLog, sendUnkept } from '../on-device/send-logs';
import type { useKeptLog } from './use-kept-log';

/** So long the person waits for it; it goes on being sent while they do something else. */
const PATIENCE_MS = 8_000;

/**
 * Finishes a log and sends it if there is a signal. On a device that keeps nothing, or nothing more, it
 * is sent straight away, under the same key however often it is tried.
 *
 * @returns the log as it is then: sent, still waiting, or refused
 */
export async function sendFinished({
  finish,
  log,
}: Pick<ReturnType<typeof useKeptLog>, 'finish' | 'log'>): Promise<DeviceLog> {
  try {
    const finished = await finish();
    await Promise.race([
      sendLog(finished.id),
      new Promise((resolve) => setTimeout(resolve, PATIENCE_MS)),
    ]);
    return (await (await database()).get('logs', finished.id)) ?? finished;
  } catch (error) {
    if (!(error instanceof DeviceStorageError)) throw error;
    const sent = await sendUnkept(log.current);
    // What was kept of it while there was room is not to be finished a second time.
    if (sent.state === 'sent') await removeLog(sent.id).catch(() => undefined);
    return sent;
  }
}
