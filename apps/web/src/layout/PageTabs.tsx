import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Link as RouterLink } from 'react-router-dom';

interface PageTabsProps {
  /** What the parts are parts of, for whoever does not see them. */
  label: string;
  /** Address of the page; `path` is added to it. */
  base: string;
  parts: readonly { path: string; words: string }[];
  /** `path` of the part that is shown. */
  shown: string;
}

/** The parts of one page, each with an address. They wrap on a phone, so that each is seen. */
export function PageTabs({ label, base, parts, shown }: PageTabsProps) {
  return (
    <Box
      component="nav"
      aria-label={label}
      sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, mb: 2 }}
    >
      {parts.map(({ path, words }) => (
        <Button
          key={path}
          component={RouterLink}
          to={path === '' ? base : `${base}/${path}`}
          aria-current={path === shown ? 'page' : undefined}
          sx={TAB}
        >
          {words}
        </Button>
      ))}
    </Box>
  );
}

const TAB = {
  color: 'text.secondary',
  borderRadius: 0,
  borderBottom: '2px solid transparent',
  px: 1.5,
  minHeight: 44,
  '&[aria-current]': { color: 'primary.main', borderBottomColor: 'primary.main' },
} as const;
