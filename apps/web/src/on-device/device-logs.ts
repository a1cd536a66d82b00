import { database, DeviceStorageError } from './database';
import type { DeviceLog } from './device-log';

// Every tab of the browser hears of every change.
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('tracker');
const listeners = new Set<() => void>();
channel?.addEventListener('message', () => listeners.forEach((listener) => listener()));

export function deviceChanged(): void {
  listeners.forEach((listener) => listener());
  channel?.postMessage('changed');
}

export function onDeviceChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Somebody's logs on this device, the oldest first. */
export async function logsOf(userId: string): Promise<DeviceLog[]> {
  const logs = await (await database()).getAllFromIndex('logs', 'userId', userId);
  return logs.sort((a, b) => a.createdAt.localeCompare(b.createdAt));
}

/**
 * The log of a planned visit that is not on the tracker yet; where nobody planned one, the one that is
 * still being written about the school, for several visits to it may wait for a signal.
 */
export async function findUnsent(
  userId: string,
  { visitId, schoolId }: Pick<DeviceLog, 'visitId' | 'schoolId'>,
): Promise<DeviceLog | undefined> {
  const logs = await logsOf(userId);
  return logs.find(
    (log) =>
      log.visitId === visitId &&
      log.state !== 'sent' &&
      // A planned visit may be at another school by now, and what was written about it is still there.
      (visitId !== null || (log.schoolId === schoolId && log.state !== 'waiting')),
  );
}

const STRICT = { durability: 'strict' } as const;

async function onDisk<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw cause instanceof DeviceStorageError ? cause : new DeviceStorageError(cause);
  }
}

/**
 * Keeps a log; on the disk, not only on its way there, before it resolves.
 * @throws DeviceStorageError
 */
export async function keepLog(log: DeviceLog): Promise<void> {
  await onDisk(async () => {
    const { store, done } = (await database()).transaction('logs', 'readwrite', STRICT);
    await Promise.all([store.put(log), done]);
  });
  deviceChanged();
}

/**
 * Changes a log as it is on the device at this moment, which another tab may have changed.
 * @returns the log as it is then; undefined when it is gone or `change` leaves it alone
 * @throws DeviceStorageError
 */
export async function changeLog(
  id: string,
  change: (log: DeviceLog) => DeviceLog | null,
): Promise<DeviceLog | undefined> {
  const changed = await onDisk(async () => {
    const { store, done } = (await database()).transaction('logs', 'readwrite', STRICT);
    const writing = async () => {
      const present = await store.get(id);
      const changed = present && change(present);
      if (changed) await store.put(changed);
      return changed;
    };
    return (await Promise.all([writing(), done]))[0];
  });
  if (changed) deviceChanged();
  return changed ?? undefined;
}

export async function removeLog(id: string): Promise<void> {
  await (await database()).delete('logs', id);
  deviceChanged();
}
