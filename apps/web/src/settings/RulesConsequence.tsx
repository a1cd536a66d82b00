import { useId } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';

interface RulesConsequenceProps {
  sentences: readonly string[];
  onDone: (goOn: boolean) => void;
}

/** What the new rules bring with them, before anything is saved. */
export function RulesConsequence({ sentences, onDone }: RulesConsequenceProps) {
  const titleId = useId();
  return (
    <Dialog open onClose={() => onDone(false)} aria-labelledby={titleId} fullWidth maxWidth="sm">
      <DialogTitle id={titleId}>Change the rules of the hub?</DialogTitle>
      <DialogContent>
        <Box component="ul" sx={{ m: 0, pl: 2.5, display: 'grid', gap: 1 }}>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </Box>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2, flexWrap: 'wrap', gap: 1 }}>
        <Button onClick={() => onDone(false)}>Back to what I typed</Button>
        <Button variant="contained" onClick={() => onDone(true)} autoFocus>
          Change the rules
        </Button>
      </DialogActions>
    </Dialog>
  );
}
