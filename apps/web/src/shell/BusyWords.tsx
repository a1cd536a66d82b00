import { useEffect, useState } from 'react';
import { useIsFetching } from '@tanstack/react-query';
import Typography from '@mui/material/Typography';

const PATIENCE_MS = 2000;

/** Says so when fetching takes longer than two seconds. Always there, so that it is also heard. */
export function BusyWords() {
  const busy = useIsFetching() > 0;
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(busy), busy ? PATIENCE_MS : 0);
    return () => clearTimeout(timer);
  }, [busy]);
  return (
    <Typography role="status" variant="body2" sx={{ color: 'text.secondary' }}>
      {busy && long ? 'Still loading…' : ''}
    </Typography>
  );
}
