import { type ImportKind, IMPORT_KINDS } from '@tracker/domain';
import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import { IMPORT_KIND_WORDS } from '../fields/words';
import { KIND_EXPLAINED } from './import-words';

interface KindChoiceProps {
  value: ImportKind;
  onChange: (kind: ImportKind) => void;
}

export function KindChoice({ value, onChange }: KindChoiceProps) {
  const choose = (text: string) => {
    const kind = IMPORT_KINDS.find((each) => each === text);
    if (kind) onChange(kind);
  };
  return (
    <RadioGroup
      aria-label="What is in the file?"
      value={value}
      onChange={(_event, text) => choose(text)}
    >
      {IMPORT_KINDS.map((kind) => (
        <FormControlLabel
          key={kind}
          value={kind}
          control={<Radio />}
          sx={{ alignItems: 'flex-start', py: 0.75, mr: 0 }}
          label={
            <Box sx={{ pt: 1 }}>
              <Typography sx={{ fontWeight: 650, lineHeight: 1.3 }}>
                {IMPORT_KIND_WORDS[kind]}
              </Typography>
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                {KIND_EXPLAINED[kind]}
              </Typography>
            </Box>
          }
        />
      ))}
    </RadioGroup>
  );
}
