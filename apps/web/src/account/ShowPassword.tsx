import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import ShowIcon from '@mui/icons-material/VisibilityOutlined';
import HideIcon from '@mui/icons-material/VisibilityOffOutlined';

interface ShowPasswordProps {
  shown: boolean;
  onChange: (shown: boolean) => void;
}

/** At the end of a field for a password: shows what is typed, and hides it again. */
export function ShowPassword({ shown, onChange }: ShowPasswordProps) {
  return (
    <InputAdornment position="end">
      <IconButton
        edge="end"
        aria-label={shown ? 'Hide the password' : 'Show the password'}
        onClick={() => onChange(!shown)}
      >
        {shown ? <HideIcon /> : <ShowIcon />}
      </IconButton>
    </InputAdornment>
  );
}

/** How a browser treats a password that can be read. */
export const AS_PASSWORD = { spellCheck: false, autoCapitalize: 'none' } as const;
