import { useCallback, useSyncExternalStore } from 'react';
import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { instantInWords } from './texts';
import { sentenceOf } from '../providers/problems';

/**
 * Says that something on the screen could not be loaded anew and is what it was before, and offers to
 * try again. Nothing while all of it is as of now.
 *
 * @param of the start of the keys of what is on the screen
 */
export function FromBefore({ of }: { of: QueryKey }) {
  const queries = useQueryClient();
  const failed = useFailedRefresh(of);
  return (
    // Always there, so that a screen reader says what comes into it.
    <Box role="status">
      {failed && (
        <Alert
          severity="warning"
          sx={{ mb: 2 }}
          action={
            <Button
              color="inherit"
              onClick={() => void queries.refetchQueries({ queryKey: of, type: 'active' })}
            >
              Try again
            </Button>
          }
        >
          What you see is from before (
          {instantInWords(new Date(failed.dataUpdatedAt).toISOString())}
          ). It could not be loaded again. {sentenceOf(failed.error)}
        </Alert>
      )}
    </Box>
  );
}

/** Of what is on the screen: one thing of which the latest refresh failed. */
function useFailedRefresh(of: QueryKey) {
  const queries = useQueryClient();
  const subscribe = useCallback(
    (listener: () => void) => queries.getQueryCache().subscribe(listener),
    [queries],
  );
  return useSyncExternalStore(subscribe, () => {
    const shown = queries.getQueryCache().findAll({ queryKey: of, type: 'active' });
    const failed = shown.find(({ state }) => state.status === 'error' && state.data !== undefined);
    return failed?.state ?? null;
  });
}
