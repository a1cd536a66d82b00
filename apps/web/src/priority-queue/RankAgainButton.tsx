import { useState } from 'react';
import { useNotify } from 'react-admin';
import Button from '@mui/material/Button';
import RefreshIcon from '@mui/icons-material/Refresh';
import { sentenceOf } from '../providers/problems';
import { useMayRunTheHub } from '../providers/use-signed-in-user';
import type { Ranking } from './use-ranking';

/** Has every school ranked again. It happens by itself each night and after each change. */
export function RankAgainButton({ ranking: { underWay, begin } }: { ranking: Ranking }) {
  const mayRunTheHub = useMayRunTheHub();
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  if (!mayRunTheHub) return null;
  const rankAgain = async () => {
    setBusy(true);
    try {
      await begin();
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
      disabled={busy || underWay !== null}
      onClick={() => void rankAgain()}
    >
      Rank again
    </Button>
  );
}
