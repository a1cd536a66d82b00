import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import type { DayOfferSending } from '@tracker/contract';
import { plural } from '@tracker/domain';
import { sentInWords } from './offer-words';

type Refused = DayOfferSending['refused'];

/** What was sent, and to whom nothing was, with the reason. */
export function OfferResultDialog(props: { result: DayOfferSending; onClose: () => void }) {
  const { result, onClose } = props;
  return (
    <Dialog open onClose={onClose} aria-labelledby="offer-result" fullWidth maxWidth="sm">
      <DialogTitle id="offer-result">{sentInWords(result)}</DialogTitle>
      <DialogContent>
        <RefusedSchools
          title={`Nothing was sent to ${plural(result.refused.length, 'school')}`}
          refused={result.refused}
        />
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button variant="contained" onClick={onClose} autoFocus>
          Close
        </Button>
      </DialogActions>
    </Dialog>
  );
}

export function RefusedSchools({ title, refused }: { title: string; refused: Refused }) {
  if (refused.length === 0) return null;
  return (
    <>
      <Typography variant="h3" sx={{ mt: 1 }}>
        {title}
      </Typography>
      <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2.5 }}>
        {refused.map(({ schoolId, schoolName, message }) => (
          <li key={schoolId}>
            <strong>{schoolName}</strong>: {message}
          </li>
        ))}
      </Box>
    </>
  );
}
