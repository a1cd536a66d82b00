import { useListContext } from 'react-admin';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';

/** A filter without an input, in words; null where an input shows it already. */
export type FilterWords = Readonly<Record<string, (value: unknown) => string | null>>;

/** What else narrows the list, so that nobody wonders what it counts; each can be taken away. */
export function FilterChips({ words }: { words: FilterWords }) {
  const { filterValues, displayedFilters, setFilters } = useListContext();
  const chips = Object.entries(filterValues).flatMap(([key, value]) => {
    const said = value === undefined ? null : words[key]?.(value);
    return said ? [{ key, said }] : [];
  });
  if (chips.length === 0) return null;
  const without = (key: string) =>
    setFilters({ ...filterValues, [key]: undefined }, displayedFilters);
  return (
    <Box
      component="ul"
      aria-label="Other filters"
      sx={{ listStyle: 'none', m: 0, mb: 1.5, p: 0, display: 'flex', flexWrap: 'wrap', gap: 1 }}
    >
      {chips.map(({ key, said }) => (
        <li key={key}>
          <Chip
            component="button"
            clickable
            variant="outlined"
            label={said}
            aria-label={`${said}: take this filter away`}
            onClick={() => without(key)}
            onDelete={() => without(key)}
          />
        </li>
      ))}
    </Box>
  );
}
