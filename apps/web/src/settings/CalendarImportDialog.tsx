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
import { plural, TERM_ROWS_FORMAT, type CalendarFileKind } from '@tracker/domain';
import type { CalendarImport } from '@tracker/contract';
import { FilePicker } from '../fields/FilePicker';
import type { FailureBody } from '../providers/problems';
import { isHttpError, sentenceOf } from '../providers/problems';
import { call } from '../providers/call';

const CHANGES = { new: 'new', changed: 'replaces what is there', same: 'as it is already' };
const TITLES = { 'term-dates': 'Import term dates', 'bank-holidays': 'Import bank holidays' };
const HELP = {
  'term-dates': TERM_ROWS_FORMAT,
  'bank-holidays': 'A JSON file: the one gov.uk publishes at gov.uk/bank-holidays.json will do.',
};

const ENDINGS = { 'term-dates': '.csv,.json', 'bank-holidays': '.json' };

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
      return await call('POST /api/school-calendar/import', {
        body: { kind, content: text, dryRun },
      });
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
        {kind === 'term-dates' && <TermRowsExample />}
        <FilePicker file={file} onChoose={(chosen) => void choose(chosen)} accept={ENDINGS[kind]} />
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

const EXAMPLE = [
  'name,start,end,in-service days',
  'Autumn 1,3/9/2024,25/10/2024,2/9/2024',
  'Autumn 2,4/11/2024,20/12/2024,4/11/2024; 29/11/2024',
];

function TermRowsExample() {
  return (
    <>
      <Typography variant="body2">For example:</Typography>
      <Box
        component="pre"
        tabIndex={0}
        aria-label="An example of the file"
        sx={{ m: 0, mb: 2, p: 1.5, overflowX: 'auto', bgcolor: 'action.hover', borderRadius: 1 }}
      >
        {EXAMPLE.join('\n')}
      </Box>
    </>
  );
}
