import { onlineManager, QueryClient } from '@tanstack/react-query';
import { isAway, isHttpError } from './problems';
import { signalStore } from './signal';

/**
 * An answer that will not change is not asked for again; a server that is away is, twice. Without any
 * connection there is nobody to ask: what waits for the answer goes on with what is on the device.
 */
export function shouldRetry(failures: number, error: unknown): boolean {
  if (isHttpError(error) && !isAway(error)) return false;
  return failures < 2 && navigator.onLine !== false;
}

// A request is always tried, or nothing would ever fail and a screen would wait for ever. By default
// requests pause while the browser says it is offline.
const networkMode = 'always';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: shouldRetry, staleTime: 5_000, networkMode, refetchOnReconnect: true },
    mutations: { networkMode },
  },
});

// Once the tracker answers again, what is on the screen is asked for anew.
onlineManager.setEventListener((setOnline) =>
  signalStore.subscribe(() => setOnline(signalStore.isReached())),
);
