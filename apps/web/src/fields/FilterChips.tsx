import { useListContext } from 'react-admin';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';

/** A filter in words; null where an input shows it already. */
type Words = (value: unknown) => string | null;

/** Filters that need no words: they have an input of their own, or no address sets them. */
export const IN_AN_INPUT = 'in an input';
export const NOT_IN_ADDRESSES = 'not in addresses';
type Wordless = typeof IN_AN_INPUT | typeof NOT_IN_ADDRESSES;

/** How each filter of a list is shown; one that is not shown would narrow it unseen. */
export type FilterWords<Filter> = { readonly [Name in keyof Filter]-?: Words | Wordless };
export type AnyFilterWords = Readonly<Record<string, Words | Wordless>>;

/** What else narrows the list, so that nobody wonders what it counts; each can be taken away. */
export function FilterChips({ words }: { words: AnyFilterWords }) {
  const { filterValues, displayedFilters, setFilters } = useListContext();
  const chips = Object.entries(filterValues).flatMap(([key, value]) => {
    const inWords = words[key];
    const said = value !== undefined && typeof inWords === 'function' ? inWords(value) : null;
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
