import { useRef, useState } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';

/** An address with a button that copies it. */
export function CopyField({ label, value }: { label: string; value: string }) {
  const input = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
    } catch {
      // Browsers allow it on secure pages only; the address is marked, ready for the keys.
      input.current?.focus();
      input.current?.select();
      setCopied(false);
    }
  };
  return (
    <Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <TextField
          label={label}
          value={value}
          inputRef={input}
          size="small"
          sx={{ flex: '1 1 16rem' }}
          slotProps={{ htmlInput: { readOnly: true } }}
          onFocus={({ target }) => target.select()}
        />
        <Button onClick={() => void copy()} aria-label={`Copy: ${label}`}>
          Copy
        </Button>
      </Box>
      <Box role="status" sx={{ fontSize: '0.875rem' }}>
        {copied === true && 'Copied.'}
        {copied === false && 'Press Ctrl+C, or Cmd+C on a Mac, to copy the marked address.'}
      </Box>
    </Box>
  );
}
