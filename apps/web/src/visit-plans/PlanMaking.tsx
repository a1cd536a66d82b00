import { useEffect } from 'react';
import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import type { VisitPlan } from '@tracker/contract';

interface PlanMakingProps {
  /** The plan that is being made, or was asked for here. */
  plan: VisitPlan | undefined;
  onReady: (plan: VisitPlan) => void;
  onDismiss: () => void;
}

/** How far a plan is, or why it could not be made. */
export function PlanMaking({ plan, onReady, onDismiss }: PlanMakingProps) {
  const ready = plan?.status === 'ready' || plan?.status === 'superseded';
  useEffect(() => {
    if (plan && ready) onReady(plan);
    // Said once for each plan.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [plan?.id, ready]);
  if (!plan || ready) return null;
  if (plan.status === 'failed') {
    return (
      <Alert severity="error" onClose={onDismiss} sx={{ my: 2, maxWidth: 720 }}>
        <AlertTitle>“{plan.name}” could not be made</AlertTitle>
        {plan.message} What was planned before stays as it is.
      </Alert>
    );
  }
  const words =
    plan.status === 'queued'
      ? `Waiting for its turn: “${plan.name}”…`
      : `Making “${plan.name}”: schools, days and ways are tried out…`;
  return (
    <Box role="status" sx={{ my: 2, maxWidth: 560 }}>
      <Typography sx={{ mb: 1 }}>{words}</Typography>
      <LinearProgress
        aria-label={words}
        variant={plan.progress > 0 ? 'determinate' : 'indeterminate'}
        value={plan.progress}
      />
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5 }}>
        You can go on working; nothing changes until you accept visits.
      </Typography>
    </Box>
  );
}
