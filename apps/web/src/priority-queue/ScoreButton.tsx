import { useExpanded } from 'react-admin';
import Button from '@mui/material/Button';
import ExpandIcon from '@mui/icons-material/ExpandMore';
import type { QueueEntry } from '@tracker/contract';

/** The score of a row; pressed, it unfolds what the score is made of. */
export function ScoreButton({ entry }: { entry: QueueEntry }) {
  const [open, toggle] = useExpanded('priority-queue', entry.id);
  const score = entry.score.toFixed(1);
  return (
    <Button
      size="small"
      color="inherit"
      aria-expanded={open}
      aria-controls={`priority-queue-${entry.id}-expand`}
      aria-label={`Score ${score}: ${open ? 'hide' : 'show'} why`}
      onClick={(event) => {
        event.stopPropagation();
        toggle();
      }}
      endIcon={<ExpandIcon sx={{ transform: open ? 'rotate(180deg)' : undefined }} />}
      sx={{
        minWidth: 0,
        minHeight: 28,
        py: 0,
        px: 0.5,
        mt: -0.5,
        mr: -0.5,
        fontSize: '0.875rem',
        '& .MuiButton-endIcon': { ml: 0.25, mr: 0 },
      }}
    >
      {score}
    </Button>
  );
}
