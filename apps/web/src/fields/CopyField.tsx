import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useCopy } from './use-copy';

/** An address with a button that copies it. */
export function CopyField({ label, value }: { label: string; value: string }) {
  const { copy, said, field } = useCopy(value);
  return (
    <Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <TextField label={label} value={value} size="small" sx={{ flex: '1 1 16rem' }} {...field} />
        <Button onClick={copy} aria-label={`Copy: ${label}`}>
          Copy
        </Button>
      </Box>
      <Box role="status" sx={{ fontSize: '0.875rem' }}>
        {said}
      </Box>
    </Box>
  );
}
