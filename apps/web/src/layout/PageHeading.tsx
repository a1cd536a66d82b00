import { useEffect, useRef, type ReactNode } from 'react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useNavigationType } from 'react-router-dom';

const PRODUCT = 'School Engagement Tracker';

/** The first page after loading leaves the focus where the browser puts it. */
let opened = false;

/** Once somebody has signed in, the first screen is one they moved to, like every other. */
export function focusNextHeading(): void {
  opened = true;
}

interface PageHeadingProps {
  title: string;
  /** Under the title: a sentence, or facts about the record. */
  children?: ReactNode;
  /** What can be done on this page. */
  actions?: ReactNode;
}

/**
 * The page's one `h1`. It names the window and takes the focus when a screen is opened, so that
 * someone who listens hears where they are. A screen starts at its top, however far down the one
 * before was read; on the way back the browser finds the old place.
 */
export function PageHeading({ title, children, actions }: PageHeadingProps) {
  const ref = useRef<HTMLHeadingElement>(null);
  const isWayBack = useRef(useNavigationType() === 'POP');
  useEffect(() => {
    if (opened && !isWayBack.current) window.scrollTo(0, 0);
    if (opened) ref.current?.focus({ preventScroll: true });
    opened = true;
  }, []);
  useEffect(() => {
    document.title = `${title} · ${PRODUCT}`;
  }, [title]);
  return (
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'flex-start',
        justifyContent: 'space-between',
        gap: 2,
        mt: 3,
        mb: 2,
      }}
    >
      <Box sx={{ minWidth: 0, flex: '1 1 20rem' }}>
        <Typography variant="h1" ref={ref} tabIndex={-1} sx={{ overflowWrap: 'anywhere' }}>
          {title}
        </Typography>
        {children}
      </Box>
      {actions && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
          {actions}
        </Box>
      )}
    </Box>
  );
}
