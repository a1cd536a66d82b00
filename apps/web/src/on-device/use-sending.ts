import { useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { call } from '../providers/call';
import { onOwnWrite } from '../providers/own-writes';
import { signalStore } from '../providers/signal';
import { signInAgainStore } from '../providers/session';
import { useSignedInUser } from '../providers/use-signed-in-user';
import { clearOld } from './clear-device';
import { logsOf, onDeviceChange } from './device-logs';
import { askToKeep } from './device-space';
import { nextDueAt } from './holds';
import { mayTakeAlong, refreshPack } from './pack';
import { onLogSent, sendLogs } from './send-logs';
import { tellServer } from './tell-server';

const EVERY_MS = 15_000;
const PACK_EVERY_MS = 15 * 60_000;
/** What is written in one go, eight visits for one, changes what is taken along once. */
const AFTER_WRITES_MS = 1_500;
/** What was just finished is mostly sent by then, and nothing to speak of. */
const BEFORE_TELLING_MS = 5_000;

/**
 * As long as the tracker is open: sends what waits whenever there may be a signal again, and keeps
 * what is taken along fresh.
 */
export function useSending(): void {
  const user = useSignedInUser();
  const userId = user?.id;
  const takesAlong = user !== undefined && mayTakeAlong(user);
  const queryClient = useQueryClient();
  useEffect(() => {
    if (!userId) return;
    // Failures are shown where they belong: with each log and beside the signal.
    const quietly = (work: Promise<unknown>) => void work.catch(() => undefined);
    const tryNow = async () => {
      const waits = (await logsOf(userId)).some(({ state }) => state === 'waiting');
      if (waits) await sendLogs();
      if (!signalStore.isReached()) await call('GET /api/health');
    };
    const now = () => {
      if (!signInAgainStore.isAsking()) quietly(tryNow());
    };
    const freshen = () => {
      if (takesAlong) quietly(refreshPack(userId));
    };
    const due = later(now);
    const atNextDue = () =>
      quietly(
        logsOf(userId).then((logs) => {
          const at = nextDueAt(logs);
          // One that is due already is the timer's below, or it would be tried without a pause.
          if (at !== null && at > Date.now()) due.after(at - Date.now() + 50);
        }),
      );
    const written = later(freshen);
    const tell = later(() => {
      if (signalStore.isReached() && !signInAgainStore.isAsking()) quietly(tellServer(userId));
    });
    const tellSoon = () => tell.after(BEFORE_TELLING_MS);
    quietly(clearOld(userId));
    if (takesAlong) quietly(askToKeep());
    now();
    freshen();
    tellSoon();
    const timer = setInterval(now, EVERY_MS);
    const packTimer = setInterval(freshen, PACK_EVERY_MS);
    const onSignal = () => {
      if (!signalStore.isReached()) return;
      now();
      freshen();
      tellSoon();
    };
    // What the screen shows of the visit is out of date; an open log stays as it was opened.
    const onSent = () =>
      quietly(
        queryClient.invalidateQueries({ predicate: ({ queryKey: [of] }) => of !== 'log-scene' }),
      );
    const stops = [
      signalStore.subscribe(onSignal),
      signInAgainStore.subscribe(now),
      onOwnWrite(() => written.after(AFTER_WRITES_MS)),
      onDeviceChange(atNextDue),
      onDeviceChange(tellSoon),
      onLogSent(onSent),
    ];
    window.addEventListener('online', now);
    document.addEventListener('visibilitychange', now);
    return () => {
      clearInterval(timer);
      clearInterval(packTimer);
      due.stop();
      written.stop();
      tell.stop();
      stops.forEach((stop) => stop());
      window.removeEventListener('online', now);
      document.removeEventListener('visibilitychange', now);
    };
  }, [userId, takesAlong, queryClient]);
}

/** Does the work once, so long after it was last asked for. */
function later(work: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    after(ms: number) {
      clearTimeout(timer);
      timer = setTimeout(work, ms);
    },
    stop: () => clearTimeout(timer),
  };
}
