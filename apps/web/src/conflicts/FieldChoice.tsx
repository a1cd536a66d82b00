import { useId } from 'react';
import Box from '@mui/material/Box';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { inWordsOf, type KeptVersion, type ConflictField } from './conflict';

interface FieldChoiceProps {
  field: ConflictField;
  /** Of its radio buttons. */
  name: string;
  /** Null until the person has chosen. */
  value: KeptVersion | null;
  /** Whether to say so when nothing is chosen. */
  missing: boolean;
  /** The text of both, for a long text. */
  text: string;
  onChange: (value: KeptVersion) => void;
  onWrite: (text: string) => void;
}

/** One field that both changed: theirs, mine, or for a long text one of both. */
export function FieldChoice(props: FieldChoiceProps) {
  const { field, name, value, text, onChange, onWrite } = props;
  const [labelId, problemId] = [useId(), useId()];
  const missing = props.missing && value === null;
  return (
    <FormControl
      component="fieldset"
      error={missing}
      aria-describedby={missing ? problemId : undefined}
      sx={{ display: 'block', mb: 2 }}
    >
      <Typography id={labelId} variant="h3" component="legend">
        {field.label}
      </Typography>
      <Typography variant="body2" sx={BEFORE}>
        Before either of you: {inWordsOf(field, field.base)}
      </Typography>
      <RadioGroup
        aria-labelledby={labelId}
        name={name}
        value={value}
        onChange={(_event, chosen) => onChange(chosen as KeptVersion)}
        sx={{ display: 'grid', gridTemplateColumns: { sm: '1fr 1fr' }, gap: 1 }}
      >
        <Version value="mine" heading="What you typed" text={inWordsOf(field, field.mine)} />
        <Version
          value="theirs"
          heading="What is stored now"
          text={inWordsOf(field, field.theirs)}
        />
        {field.long && (
          <Version value="both" heading="Both" text="One text, which you can change below" />
        )}
      </RadioGroup>
      {missing && (
        <FormHelperText id={problemId}>Please choose which version to keep.</FormHelperText>
      )}
      {field.long && value === 'both' && (
        <TextField
          label={`${field.label}, both together`}
          value={text}
          onChange={({ target }) => onWrite(target.value)}
          multiline
          minRows={4}
          fullWidth
          sx={{ mt: 1.5 }}
        />
      )}
    </FormControl>
  );
}

function Version({ value, heading, text }: { value: KeptVersion; heading: string; text: string }) {
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

const BEFORE = {
  color: 'text.secondary',
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
  mb: 1,
} as const;
