import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type PlanField, plural } from '@tracker/domain';
import { toDecide, yearsOf } from './decisions';
import { focusShareQuestion } from './ShareQuestion';
import type { Confirming } from './use-confirming';

interface SendBarProps {
  confirming: Confirming;
  onConfirm: () => void;
  /** Goes to a field that is still to be decided. */
  onMissing: (field: PlanField) => void;
  /** Gives up a correction. */
  onLeave: () => void;
}

/** How far it is, and the press that sends it all. */
export function SendBar({ confirming, onConfirm, onMissing, onLeave }: SendBarProps) {
  const { document, decisions, open, sending, unsent, kept, drop, question } = confirming;
  const all = toDecide(document).length;
  const corrects = document.status === 'confirmed';
  const missing =
    yearsOf(document, decisions).length === 0
      ? 'Say first which academic years it covers.'
      : open.length > 0
        ? `${plural(open.length, 'field')} still to decide.`
        : question !== null
          ? 'Say first whether it is for the other school too.'
          : null;
  const press = () => {
    if (sending) return;
    if (missing === null) return onConfirm();
    const years = yearsOf(document, decisions).length === 0;
    if (!years && open.length === 0) return focusShareQuestion();
    onMissing(years || !open[0] ? 'academicYears' : open[0].field);
  };
  return (
    <Box component="section" aria-label="Confirm the plan" sx={BAR}>
      <Box sx={{ flex: '1 1 12rem' }}>
        <Typography sx={{ fontWeight: 650 }}>
          {all - open.length} of {all} decided
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {missing ?? 'Nothing counts before you confirm.'}
          {unsent &&
            (kept
              ? ' Kept on this device until then.'
              : ' This browser keeps nothing, so confirm before you leave.')}
        </Typography>
      </Box>
      {(unsent || corrects) && (
        <Button
          onClick={() => {
            drop();
            if (corrects) onLeave();
          }}
        >
          {corrects ? 'Leave as confirmed' : 'Start again'}
        </Button>
      )}
      <Button variant="contained" aria-disabled={sending} onClick={press}>
        {sending ? 'Confirming…' : 'Confirm the plan'}
      </Button>
    </Box>
  );
}

const BAR = {
  ...{ position: 'sticky', bottom: 0, zIndex: 3, mt: 2, p: 1.5 },
  ...{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' },
  ...{ bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 2 },
} as const;
