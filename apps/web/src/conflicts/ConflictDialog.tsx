import { useId, useState } from 'react';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import Box from '@mui/material/Box';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import {
  chosenValue,
  firstChoice,
  sameValue,
  valueInWords,
  type Choice,
  type Conflict,
  type ConflictField,
} from './conflict';

interface ConflictDialogProps {
  conflict: Conflict;
  /** The chosen value of every field; null when the person goes back to the form. */
  onDone: (chosen: Record<string, unknown> | null) => void;
}

/** Both versions side by side, field by field; nothing is thrown away before somebody chose. */
export function ConflictDialog({ conflict, onDone }: ConflictDialogProps) {
  const titleId = useId();
  const differing = conflict.fields.filter(({ mine, theirs }) => !sameValue(mine, theirs));
  const [choice, setChoice] = useState(() => firstChoice(conflict.fields));
  const save = () =>
    onDone(
      Object.fromEntries(
        conflict.fields.map((field) => [
          field.name,
          chosenValue(field, choice[field.name] ?? 'mine'),
        ]),
      ),
    );
  return (
    <Dialog open onClose={() => onDone(null)} aria-labelledby={titleId} fullWidth maxWidth="md">
      <DialogTitle id={titleId}>Somebody else changed this while you were writing</DialogTitle>
      <DialogContent>
        <Typography sx={{ mb: 2 }}>
          {conflict.title}:{' '}
          {differing.length === 0
            ? 'both versions say the same, so you can save yours.'
            : 'choose which version to keep. Nothing is saved until you do.'}
        </Typography>
        {differing.map((field) => (
          <FieldChoice
            key={field.name}
            field={field}
            value={choice[field.name] ?? 'mine'}
            onChange={(value) => setChoice({ ...choice, [field.name]: value })}
          />
        ))}
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={() => onDone(null)}>Back to what I typed</Button>
        <Button variant="contained" onClick={save}>
          Save what I chose
        </Button>
      </DialogActions>
    </Dialog>
  );
}

interface FieldChoiceProps {
  field: ConflictField;
  value: Choice;
  onChange: (value: Choice) => void;
}

function FieldChoice({ field, value, onChange }: FieldChoiceProps) {
  const labelId = useId();
  const inWords = field.inWords ?? valueInWords;
  return (
    <Box sx={{ mb: 2 }}>
      <Typography id={labelId} variant="h3" component="p">
        {field.label}
      </Typography>
      <RadioGroup
        aria-labelledby={labelId}
        value={value}
        onChange={(_event, chosen) => onChange(chosen as Choice)}
        sx={{ display: 'grid', gridTemplateColumns: { sm: '1fr 1fr' }, gap: 1 }}
      >
        <Version value="mine" heading="What you typed" text={inWords(field.mine)} />
        <Version value="theirs" heading="What is stored now" text={inWords(field.theirs)} />
        {field.together && (
          <Version
            value="both"
            heading="Both"
            text={inWords(field.together(field.mine, field.theirs))}
          />
        )}
      </RadioGroup>
    </Box>
  );
}

function Version({ value, heading, text }: { value: Choice; heading: string; text: string }) {
  return (
    <FormControlLabel
      value={value}
      control={<Radio />}
      sx={{ border: 1, borderColor: 'divider', borderRadius: 2, m: 0, p: 1, alignItems: 'start' }}
      label={
        <Box>
          <Typography variant="caption" sx={{ color: 'text.secondary' }}>
            {heading}
          </Typography>
          <Typography sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{text}</Typography>
        </Box>
      }
    />
  );
}
