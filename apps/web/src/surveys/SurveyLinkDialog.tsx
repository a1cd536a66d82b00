import { useId, useRef, useState } from 'react';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { School, SurveyLinkMade } from '@tracker/contract';
import { addDays, formatDay } from '@tracker/domain';
import { DayInput } from '../fields/DayInput';
import { FormDialog } from '../fields/FormDialog';
import { today } from '../providers/today';
import { makeSurveyLink } from './survey-calls';

interface SurveyLinkDialogProps {
  school: Pick<School, 'id' | 'name'>;
  /** Whether the school has one that will stop working. */
  replaces: boolean;
  onClose: () => void;
}

/** Makes a link with which a school answers before the visit, and shows it this once. */
export function SurveyLinkDialog({ school, replaces, onClose }: SurveyLinkDialogProps) {
  const [made, setMade] = useState<SurveyLinkMade | null>(null);
  if (made?.path) return <LinkMade link={made} path={made.path} onClose={onClose} />;
  return (
    <FormDialog<{ expiresOn: string }>
      title={`A survey link for ${school.name}`}
      consequence={
        replaces
          ? 'Whoever has the link answers the survey for this school before the visit. The link before stops working; what the school has saved is kept.'
          : 'Whoever has the link answers the survey for this school before the visit, without an account.'
      }
      defaultValues={{ expiresOn: addDays(today(), 42) }}
      submitWords="Make the link"
      busyWords="Making the link…"
      onSubmit={async ({ expiresOn }) => {
        setMade(await makeSurveyLink(school.id, expiresOn));
        return false;
      }}
      onClose={onClose}
    >
      <DayInput source="expiresOn" label="Works until" />
    </FormDialog>
  );
}

interface LinkMadeProps {
  link: SurveyLinkMade;
  path: string;
  onClose: () => void;
}

function LinkMade({ link, path, onClose }: LinkMadeProps) {
  const titleId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<boolean | null>(null);
  const url = `${window.location.origin}${path}`;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url);
      setCopied(true);
    } catch {
      // Browsers allow it on secure pages only; the link is marked, ready for the keys.
      input.current?.focus();
      input.current?.select();
      setCopied(false);
    }
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} fullWidth maxWidth="sm">
      <DialogTitle id={titleId}>The survey link for {link.schoolName}</DialogTitle>
      <DialogContent>
        <Typography sx={{ mb: 2 }}>
          Send it to the school. It works until {formatDay(link.expiresOn)}, or until the answers
          are sent.
        </Typography>
        <TextField
          label="Link"
          value={url}
          inputRef={input}
          fullWidth
          slotProps={{ htmlInput: { readOnly: true } }}
          onFocus={({ target }) => target.select()}
        />
        <Box role="status" sx={{ minHeight: 24, mt: 1 }}>
          {copied === true && 'Copied.'}
          {copied === false && 'Press Ctrl+C, or Cmd+C on a Mac, to copy the marked link.'}
        </Box>
        <Alert severity="info" sx={{ mt: 1 }}>
          The link is not kept and cannot be shown again. If it is lost, make a new one.
        </Alert>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={onClose}>Close</Button>
        <Button variant="contained" onClick={() => void copy()}>
          Copy the link
        </Button>
      </DialogActions>
    </Dialog>
  );
}
