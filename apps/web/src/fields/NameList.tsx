import Box from '@mui/material/Box';

interface NameListProps {
  /** What they are, for whoever hears the page: `Schools`. */
  label: string;
  items: readonly { id: string; name: string; note?: string }[];
}

/** All of what something is about to be done to, by name; the keyboard scrolls it too. */
export function NameList({ label, items }: NameListProps) {
  return (
    <Box
      component="ul"
      aria-label={label}
      tabIndex={0}
      sx={{ mt: 0, pl: 2.5, maxHeight: 220, overflowY: 'auto' }}
    >
      {items.map(({ id, name, note }) => (
        <li key={id}>
          {name}
          {note && ` (${note})`}
        </li>
      ))}
    </Box>
  );
}
