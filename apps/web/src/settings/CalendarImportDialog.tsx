import { useId, useState } from 'react';
import { useNotify } from 'react-admin';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { plural } from '@tracker/domain';
import type { CalendarFileKind, CalendarImport } from '@tracker/contract';
import { FilePicker } from '../imports/FilePicker';
import type { FailureBody } from '../providers/http';
import { isHttpError, sentenceOf } from '../providers/problems';
import { importCalendar } from './calendar-calls';

const CHANGES = { new: 'new', changed: 'replaces what is there', same: 'as it is already' };
const TITLES = { 'term-dates': 'Import term dates', 'bank-holidays': 'Import bank holidays' };
const HELP = {
  'term-dates': 'A JSON file with the dates of one or more academic years.',
  'bank-holidays': 'A JSON file: the one gov.uk publishes at gov.uk/bank-holidays.json will do.',
};

interface CalendarImportDialogProps {
  kind: CalendarFileKind;
  onClose: () => void;
}

/** Shows what a file would change before anything is changed. */
export function CalendarImportDialog({ kind, onClose }: CalendarImportDialogProps) {
  const titleId = useId();
  const notify = useNotify();
  const [file, setFile] = useState<File | null>(null);
  const [content, setContent] = useState('');
  const [seen, setSeen] = useState<CalendarImport | null>(null);
  const [faults, setFaults] = useState<readonly string[]>([]);

  const send = async (text: string, dryRun: boolean) => {
    setFaults([]);
    try {
      return await importCalendar({ kind, content: text, dryRun });
    } catch (error) {
      const errors = isHttpError(error) ? (error.body as FailureBody).problem?.errors : undefined;
      setFaults(errors?.map(({ message }) => message) ?? [sentenceOf(error)]);
      return null;
    }
  };
  const choose = async (chosen: File | null) => {
    setFile(chosen);
    setSeen(null);
    const text = (await chosen?.text()) ?? '';
    setContent(text);
    if (chosen) setSeen(await send(text, true));
  };
  const take = async () => {
    const done = await send(content, false);
    if (!done) return;
    notify(`${plural(done.years.length, 'year')} imported.`, { type: 'success' });
    onClose();
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} fullWidth maxWidth="sm">
      <DialogTitle id={titleId}>{TITLES[kind]}</DialogTitle>
      <DialogContent>
        <Typography sx={{ mb: 2 }}>{HELP[kind]}</Typography>
        <FilePicker file={file} onChoose={(chosen) => void choose(chosen)} accept=".json" />
        <Box aria-live="polite" sx={{ mt: 2 }}>
          {faults.length > 0 && (
            <Alert severity="error">
              The file cannot be imported. Nothing was changed.
              <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
                {faults.map((fault) => (
                  <li key={fault}>{fault}</li>
                ))}
              </Box>
            </Alert>
          )}
          {seen && (
            <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
              {seen.years.map(({ year, words, change }) => (
                <li key={year}>
                  <strong>{year}</strong>: {words} ({CHANGES[change]})
                </li>
              ))}
            </Box>
          )}
        </Box>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={onClose}>Cancel</Button>
        <Button variant="contained" disabled={!seen} onClick={() => void take()}>
          Import
        </Button>
      </DialogActions>
    </Dialog>
  );
}
