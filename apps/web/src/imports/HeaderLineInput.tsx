import { useState } from 'react';
import TextField from '@mui/material/TextField';

interface HeaderLineInputProps {
  /** The line that is read now, 1 the first. */
  line: number;
  /** Why the line asked for cannot be read; null when it can, or none was asked for. */
  refusal: string | null;
  onChange: (line: number) => void;
}

/** Which line has the column names; taken on leaving the field or with Enter. */
export function HeaderLineInput({ line, refusal, onChange }: HeaderLineInputProps) {
  const [text, setText] = useState(String(line));
  const [unusable, setUnusable] = useState<string | null>(null);
  const take = () => {
    const wanted = Number(text);
    if (text.trim() === '' || !Number.isInteger(wanted) || wanted < 1) {
      setUnusable(`Give the number of a line, 1 or more. Line ${line} is read until then.`);
      return;
    }
    setUnusable(null);
    if (wanted !== line || refusal !== null) onChange(wanted);
  };
  const error = unusable ?? refusal;
  return (
    <TextField
      label="Line of the column names"
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take();
      }}
      error={error !== null}
      helperText={error ?? 'Counted from the top of the file, 1 the first'}
      slotProps={{
        htmlInput: { inputMode: 'numeric', autoComplete: 'off' },
        formHelperText: { role: error === null ? undefined : 'alert' },
      }}
      sx={{ maxWidth: 420, mt: 2 }}
    />
  );
}
