import { useEffect } from 'react';
import { call } from '../providers/http';
import { signalStore } from '../providers/signal';
import { signInAgainStore } from '../providers/session';
import { useSignedInUser } from '../providers/use-signed-in-user';
import { clearOld } from './clear-device';
import { logsOf } from './device-logs';
import { mayTakeAlong, refreshPack } from './pack';
import { sendLogs } from './send-logs';

const EVERY_MS = 15_000;
const PACK_EVERY_MS = 15 * 60_000;

/**
 * As long as the tracker is open: sends what waits whenever there may be a signal again, and keeps
 * what is taken along fresh.
 */
export function useSending(): void {
  const user = useSignedInUser();
  const userId = user?.id;
  const takesAlong = user !== undefined && mayTakeAlong(user);
  useEffect(() => {
    if (!userId) return;
    // Failures are shown where they belong: with each log and beside the signal.
    const quietly = (work: Promise<unknown>) => void work.catch(() => undefined);
    const tryNow = async () => {
      const waits = (await logsOf(userId)).some(({ state }) => state === 'waiting');
      if (waits) await sendLogs();
      else if (!signalStore.isReached()) await call('/api/health');
    };
    const now = () => {
      if (!signInAgainStore.isAsking()) quietly(tryNow());
    };
    const freshen = () => {
      if (takesAlong) quietly(refreshPack(userId));
    };
    quietly(clearOld(userId));
    now();
    freshen();
    const timer = setInterval(now, EVERY_MS);
    const packTimer = setInterval(freshen, PACK_EVERY_MS);
    const onSignal = () => {
      if (!signalStore.isReached()) return;
      now();
      freshen();
    };
    const stops = [signalStore.subscribe(onSignal), signInAgainStore.subscribe(now)];
    window.addEventListener('online', now);
    document.addEventListener('visibilitychange', now);
    return () => {
      clearInterval(timer);
      clearInterval(packTimer);
      stops.forEach((stop) => stop());
      window.removeEventListener('online', now);
      document.removeEventListener('visibilitychange', now);
    };
  }, [userId, takesAlong]);
}
