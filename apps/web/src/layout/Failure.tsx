import { useEffect, useRef, type ReactNode } from 'react';
import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import Box from '@mui/material/Box';
import { sentenceOf } from '../providers/problems';
import { PageHeading } from './PageHeading';

interface FailureProps {
  error: unknown;
  title?: string;
  onRetry?: () => void;
  children?: ReactNode;
}

/** An error in words, with what can be done about it. It takes the focus, so that nobody misses it. */
export function Failure({ error, title, onRetry, children }: FailureProps) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), [error]);
  return (
    <Alert
      ref={ref}
      tabIndex={-1}
      severity="error"
      sx={{ my: 2, maxWidth: 720 }}
      action={
        onRetry && (
          <Button color="inherit" onClick={onRetry}>
            Try again
          </Button>
        )
      }
    >
      {title && <AlertTitle>{title}</AlertTitle>}
      {sentenceOf(error)}
      {children}
    </Alert>
  );
}

/** Shown in place of a screen that broke. */
export function BrokenScreen({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return (
    <Box>
      <PageHeading title="This screen could not be shown" />
      <Failure error={error} onRetry={onRetry}>
        <Typography variant="body2" sx={{ mt: 1 }}>
          The menu still works. If it happens again, tell whoever looks after the tracker what you
          were doing.
        </Typography>
      </Failure>
    </Box>
  );
}
