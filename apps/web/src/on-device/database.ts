import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { OfflinePack } from '@tracker/contract';
import type { DeviceLog } from './device-log';

/** What a visitor took along, and when. */
export interface KeptPack {
  userId: string;
  /** ISO 8601 instant of the device. */
  keptAt: string;
  pack: OfflinePack;
}

interface TrackerOnDevice extends DBSchema {
  logs: { key: string; value: DeviceLog; indexes: { userId: string } };
  packs: { key: string; value: KeptPack };
}

let opened: Promise<IDBPDatabase<TrackerOnDevice>> | null = null;

/** @throws DeviceStorageError when the browser keeps nothing, in a private window for one */
export function database(): Promise<IDBPDatabase<TrackerOnDevice>> {
  opened ??= openDB<TrackerOnDevice>('tracker', 1, {
    upgrade(db) {
      db.createObjectStore('logs', { keyPath: 'id' }).createIndex('userId', 'userId');
      db.createObjectStore('packs', { keyPath: 'userId' });
    },
    // A newer version of the page wants to change what is kept: make way.
    blocking: (_current, _blocked, event) => {
      (event.target as IDBDatabase).close();
      opened = null;
    },
    terminated: () => (opened = null),
  }).catch((cause: unknown) => {
    opened = null;
    throw new DeviceStorageError(cause);
  });
  return opened;
}

/** Nothing can be kept on this device; the message says so to the person. */
export class DeviceStorageError extends Error {
  constructor(cause: unknown) {
    const full = cause instanceof DOMException && cause.name === 'QuotaExceededError';
    super(
      full
        ? 'This device has no room left, so what you type is not kept on it. Make room, or send the log before you leave this page.'
        : 'This browser keeps nothing on the device (a private window, perhaps), so what you type is lost when the page is closed. Send the log before you leave this page.',
      { cause },
    );
  }
}
