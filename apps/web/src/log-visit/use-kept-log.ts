import { useCallback, useEffect, useRef, useState } from 'react';
import type { Visit } from '@tracker/contract';
import { sentenceOf } from '../providers/problems';
import { newKey } from '../providers/idempotency';
import { keepBeforeReload } from '../pwa/before-reload';
import type { DeviceLog, LogStep, LogTyped } from '../on-device/device-log';
import { changeLog, keepLog, removeLog } from '../on-device/device-logs';

/** How the form stands on the device. */
export interface Kept {
  /** `saving` from the first letter on until it is on the disk. */
  state: 'nothing' | 'saving' | 'saved' | 'failed';
  /** ISO 8601 instant of the last saving. */
  at: string | null;
  /** Why nothing is kept, in a sentence. */
  problem: string | null;
}

const PAUSE_MS = 700;

/**
 * A log that keeps itself on the device a moment after each change, and at once when the page is left
 * or `flush` is called. Untouched it leaves nothing behind.
 */
export function useKeptLog(first: DeviceLog, isOnDevice: boolean) {
  const [typed, setTyped] = useState<LogTyped>(first.typed as LogTyped);
  const [kept, setKept] = useState<Kept>({
    ...{ state: isOnDevice ? 'saved' : 'nothing', at: isOnDevice ? first.savedAt : null },
    problem: null,
  });
  const log = useRef<DeviceLog>(first);
  const dirty = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const writing = useRef<Promise<void>>(Promise.resolve());

  const write = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    if (!dirty.current) return writing.current;
    dirty.current = false;
    const savedAt = new Date().toISOString();
    const now: DeviceLog = { ...log.current, savedAt };
    log.current = now;
    // One after the other, so that an older state never comes last.
    writing.current = writing.current.then(async () => {
      try {
        await keepLog(now);
        if (!dirty.current) setKept({ state: 'saved', at: savedAt, problem: null });
      } catch (error) {
        dirty.current = true;
        setKept({ state: 'failed', at: null, problem: sentenceOf(error) });
      }
    });
    return writing.current;
  }, []);

  const later = useCallback(() => {
    dirty.current = true;
    setKept((before) => (before.state === 'failed' ? before : { ...before, state: 'saving' }));
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void write(), PAUSE_MS);
  }, [write]);

  useEffect(() => {
    const leaving = () => void write();
    document.addEventListener('visibilitychange', leaving);
    window.addEventListener('pagehide', leaving);
    const stop = keepBeforeReload(write);
    return () => {
      stop();
      document.removeEventListener('visibilitychange', leaving);
      window.removeEventListener('pagehide', leaving);
      void write();
    };
  }, [write]);

  const change = useCallback(
    (what: Partial<LogTyped>) => {
      const next = { ...(log.current.typed as LogTyped), ...what };
      // What was refused and is changed is another request than before.
      const anew: Partial<DeviceLog> =
        log.current.state === 'attention' ? { state: 'draft', key: newKey() } : {};
      log.current = { ...log.current, ...anew, typed: next };
      setTyped(next);
      later();
    },
    [later],
  );

  const goTo = useCallback(
    (step: LogStep) => {
      log.current = { ...log.current, step };
      // Looking through an untouched form leaves nothing behind.
      if (dirty.current || kept.state !== 'nothing') later();
    },
    [later, kept.state],
  );

  /** It is finished: from here on it is sent, now or later. @throws DeviceStorageError */
  const finish = useCallback(async (): Promise<DeviceLog> => {
    await write();
    const at = new Date().toISOString();
    const finished: DeviceLog = {
      ...log.current,
      ...{ state: 'waiting', refusal: null, hold: null, finishedAt: at, savedAt: at },
    };
    let isOnDevice = false;
    await changeLog(finished.id, (before) => {
      isOnDevice = true;
      // Pressed twice, or in two tabs: what is on its way already stays as it is.
      return before.state === 'draft' || before.state === 'attention' ? finished : null;
    });
    // Never kept: untouched until now, or nothing could be kept, which is then said.
    if (!isOnDevice) await keepLog(finished);
    log.current = finished;
    dirty.current = false;
    return finished;
  }, [write]);

  /** From here on it is the log of a visit nobody planned. @returns the school's id */
  const detach = useCallback(
    async (kind: LogTyped['kind']): Promise<string> => {
      const typed = { ...(log.current.typed as LogTyped), kind };
      log.current = {
        ...log.current,
        ...{ visitId: null, state: 'draft', refusal: null, key: newKey(), typed },
      };
      dirty.current = true;
      await write();
      return log.current.schoolId;
    },
    [write],
  );

  /**
   * From here on it is about the school the planned visit has gone to. Whoever was met goes along by
   * name, for contacts belong to their school.
   */
  const follow = useCallback(
    async ({ schoolId, schoolName, regionId }: Visit): Promise<void> => {
      const before = log.current.typed as LogTyped;
      const people = before.people.map((person) => ({ ...person, contactId: '' }));
      log.current = {
        ...log.current,
        ...{ schoolId, schoolName, regionId, state: 'draft', refusal: null, key: newKey() },
        typed: { ...before, people },
      };
      dirty.current = true;
      await write();
    },
    [write],
  );

  const discard = useCallback(async () => {
    clearTimeout(timer.current);
    dirty.current = false;
    await writing.current;
    await removeLog(log.current.id);
  }, []);

  return { typed, kept, change, goTo, finish, detach, follow, discard, log };
}
