import { useState } from 'react';
import { useDataProvider, useNotify, useRefresh } from 'react-admin';
import Button from '@mui/material/Button';
import RefreshIcon from '@mui/icons-material/Refresh';
import type { TrackerDataProvider } from '../providers/data-provider';
import { sentenceOf } from '../providers/problems';
import { useMayRunTheHub } from '../providers/use-signed-in-user';

/** How long a ranking of a whole county takes at most, with some room. */
const LOOK_AGAIN_MS = 3000;

/** Has every school ranked again. It happens by itself each night and after each change. */
export function RankAgainButton() {
  const dataProvider = useDataProvider<TrackerDataProvider>();
  const mayRunTheHub = useMayRunTheHub();
  const notify = useNotify();
  const refresh = useRefresh();
  const [busy, setBusy] = useState(false);
  if (!mayRunTheHub) return null;
  const rankAgain = async () => {
    setBusy(true);
    try {
      await dataProvider.refreshPriorities();
      notify('All schools are being ranked again.');
      setTimeout(refresh, LOOK_AGAIN_MS);
    } catch (error) {
      notify(sentenceOf(error), { type: 'error' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      size="small"
      startIcon={<RefreshIcon />}
      disabled={busy}
      onClick={() => void rankAgain()}
    >
      Rank again
    </Button>
  );
}
