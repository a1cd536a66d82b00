import { QueryClient } from '@tanstack/react-query';
import { isHttpError } from './problems';

/** An answer that will not change is not asked for again; a server that is away is, twice. */
function shouldRetry(failures: number, error: unknown): boolean {
  if (isHttpError(error) && error.status > 0 && error.status !== 503) return false;
  return failures < 2;
}

export const queryClient = new QueryClient({
  defaultOptions: { queries: { retry: shouldRetry, staleTime: 5_000 } },
});
