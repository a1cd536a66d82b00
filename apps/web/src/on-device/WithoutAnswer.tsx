import { useState, type ReactNode } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import { Failure } from '../layout/Failure';
import { NotFound } from '../layout/NotFound';
import { PageHeading } from '../layout/PageHeading';
import { useAfter, Waiting } from '../layout/Waiting';
import { isAway, isNoRecord } from '../providers/problems';
import { useSignal } from '../providers/use-signal';
import type { KeptPack } from './database';
import { ON_DEVICE_PATH } from './paths';
import { useKeptPack } from './use-device-logs';

/** So long an answer is waited for before what is on the device is shown meanwhile. */
const PATIENCE_SECONDS = 5;

interface WithoutAnswerProps {
  /** What is being waited for: `Loading the visit…` */
  words: string;
  /** The page's heading while there is nothing else to show. */
  title: string;
  error: unknown;
  onRetry: () => void;
  /** What there is of it on the device; nothing where it was not taken along. */
  fromDevice?: (kept: KeptPack) => ReactNode;
  /** What other screens have left of it; without a signal it is less than what was taken along. */
  leftOver?: ReactNode;
}

/**
 * Stands where the tracker's answer is not there yet. Without a signal, or when the answer takes long,
 * it is what was taken along; the answer takes its place as soon as it comes.
 */
export function WithoutAnswer(props: WithoutAnswerProps) {
  const { words, title, error, onRetry, fromDevice, leftOver } = props;
  const reached = useSignal();
  const long = useAfter(PATIENCE_SECONDS);
  const kept = useKeptPack();
  const isCut = error ? isAway(error) : !reached;
  const found = (isCut || (!error && long)) && kept ? fromDevice?.(kept) : null;
  if (found) return found;
  if (leftOver) return leftOver;
  if (isCut && !reached) return <NoSignal title={title} onRetry={onRetry} />;
  if (!error) return <Waiting words={words} />;
  if (isNoRecord(error)) return <NotFound />;
  return (
    <>
      <PageHeading title={title} />
      <Failure error={error} onRetry={onRetry} />
    </>
  );
}

/** Whether a page was opened without a signal and none has come since. */
export function useOpenedCut(): boolean {
  const reached = useSignal();
  const [cut, setCut] = useState(!reached);
  if (cut && reached) setCut(false);
  return cut && !reached;
}

function NoSignal({ title, onRetry }: Pick<WithoutAnswerProps, 'title' | 'onRetry'>) {
  return (
    <>
      <PageHeading title={title} />
      <Typography role="status" sx={{ maxWidth: 640, mb: 2 }}>
        There is no signal, and this is not on this device. It opens by itself as soon as the
        tracker can be reached.
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button variant="contained" component={RouterLink} to={ON_DEVICE_PATH}>
          Your visits on this device
        </Button>
        <Button variant="outlined" onClick={onRetry}>
          Try again
        </Button>
      </Box>
    </>
  );
}
