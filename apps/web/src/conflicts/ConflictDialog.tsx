import { useId, useState } from 'react';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import {
  clashesOf,
  inWordsOf,
  onlyMineOf,
  takenOverOf,
  type KeptVersion,
  type Conflict,
  type ConflictField,
} from './conflict';
import { FieldChoice } from './FieldChoice';

interface ConflictDialogProps {
  conflict: Conflict;
  /** The chosen value of every field that clashed; null when the person goes back to the form. */
  onDone: (chosen: Record<string, unknown> | null) => void;
}

/** Both versions side by side, field by field; nothing is thrown away before somebody chose. */
export function ConflictDialog({ conflict, onDone }: ConflictDialogProps) {
  const titleId = useId();
  const clashes = clashesOf(conflict);
  const [choice, setChoice] = useState<Record<string, KeptVersion>>(() =>
    Object.fromEntries(clashes.filter(({ long }) => long).map(({ name }) => [name, 'both'])),
  );
  const [texts, setTexts] = useState<Record<string, string>>(() =>
    Object.fromEntries(clashes.map((field) => [field.name, conflict.together(field)])),
  );
  const [asked, setAsked] = useState(false);
  const save = () => {
    setAsked(true);
    const open = clashes.find(({ name }) => !choice[name]);
    if (open) return document.getElementsByName(`${titleId}${open.name}`)[0]?.focus();
    const chosen = clashes.map((field) => {
      const which = choice[field.name] ?? 'mine';
      return [field.name, which === 'both' ? texts[field.name] : field[which]] as const;
    });
    onDone(Object.fromEntries(chosen));
  };
  const write = (field: ConflictField, text: string) => {
    setTexts({ ...texts, [field.name]: text });
    conflict.keepTogether(field, text);
  };
  return (
    <Dialog
      open
      onClose={(_event, why) => why === 'escapeKeyDown' && onDone(null)}
      aria-labelledby={titleId}
      fullWidth
      maxWidth="md"
    >
      <DialogTitle id={titleId}>Someone else changed this while you were writing</DialogTitle>
      <DialogContent>
        <Typography sx={{ mb: 2 }}>
          {conflict.title}:{' '}
          {clashes.length > 0
            ? 'you both changed the same, so choose what to keep. Nothing is saved until you do.'
            : 'what you both changed goes together. Nothing is saved yet.'}
        </Typography>
        {conflict.warning && (
          <Alert severity="warning" sx={{ mb: 2 }}>
            {conflict.warning}
          </Alert>
        )}
        {clashes.map((field) => (
          <FieldChoice
            key={field.name}
            name={`${titleId}${field.name}`}
            field={field}
            value={choice[field.name] ?? null}
            missing={asked}
            text={texts[field.name] ?? ''}
            onChange={(value) => setChoice({ ...choice, [field.name]: value })}
            onWrite={(text) => write(field, text)}
          />
        ))}
        <Settled
          heading="Only they changed this, so theirs is kept"
          fields={takenOverOf(conflict.fields)}
        />
        <Settled heading="Only you changed this, so yours is kept" fields={onlyMineOf(conflict)} />
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2, flexWrap: 'wrap', gap: 1 }}>
        <Button onClick={() => onDone(null)}>Back to what I typed</Button>
        <Button variant="contained" onClick={save}>
          {clashes.length > 0 ? 'Save what I chose' : 'Save anyway'}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

/** What needs no choice, so that nobody is surprised by it afterwards. */
function Settled({ heading, fields }: { heading: string; fields: readonly ConflictField[] }) {
  const id = useId();
  if (fields.length === 0) return null;
  return (
    <Box component="section" aria-labelledby={id} sx={{ mt: 2 }}>
      <Typography variant="h3" id={id}>
        {heading}
      </Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {fields.map((field) => (
          <li key={field.name}>
            <Typography sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {field.label}: {inWordsOf(field, field.value)}
            </Typography>
          </li>
        ))}
      </Box>
    </Box>
  );
}
