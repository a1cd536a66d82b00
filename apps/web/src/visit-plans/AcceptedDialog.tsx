import { useId } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import type { VisitPlanAcceptance, VisitPlanLine } from '@tracker/contract';
import { plural } from '@tracker/domain';
import { useHeldLayout } from '../layout/held-layout';

interface AcceptedDialogProps {
  answer: VisitPlanAcceptance;
  lines: readonly VisitPlanLine[];
  onClose: () => void;
}

/** What became visits, and what did not and why. */
export function AcceptedDialog({ answer, lines, onClose }: AcceptedDialogProps) {
  useHeldLayout();
  const id = useId();
  const { accepted, refused } = answer;
  const nameOf = new Map(lines.map((line) => [line.id, line.schoolName]));
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} fullWidth maxWidth="sm">
      <DialogTitle id={id}>{plural(accepted.length, 'visit')} scheduled</DialogTitle>
      <DialogContent>
        <Typography sx={{ mb: 1 }}>
          {refused.length === 1 ? 'One stays' : `${refused.length} stay`} in the plan as before:
        </Typography>
        <Box component="ul" aria-label="Not accepted" sx={{ m: 0, pl: 2.5 }}>
          {refused.map(({ lineId, message }) => (
            <li key={lineId}>
              <strong>{nameOf.get(lineId) ?? 'A school'}</strong>: {message}
            </li>
          ))}
        </Box>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button variant="contained" onClick={onClose}>
          Close
        </Button>
      </DialogActions>
    </Dialog>
  );
}
