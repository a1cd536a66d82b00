import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Link from '@mui/material/Link';
import MenuIcon from '@mui/icons-material/Menu';
import { Link as RouterLink } from 'react-router-dom';
import { APP_BAR_HEIGHT } from '../layout/app-bar-height';
import { BusyWords } from './BusyWords';
import { PersonMenu } from './PersonMenu';
import { ThemeMenu } from './ThemeMenu';

export function AppBar({ onOpenMenu }: { onOpenMenu: () => void }) {
  return (
    <Box
      component="header"
      sx={{
        position: 'sticky',
        top: 0,
        zIndex: 'appBar',
        height: APP_BAR_HEIGHT,
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        px: { xs: 1, md: 3 },
        bgcolor: 'background.paper',
        borderBottom: 1,
        borderColor: 'divider',
      }}
    >
      <IconButton onClick={onOpenMenu} aria-label="Open the menu" sx={{ display: { md: 'none' } }}>
        <MenuIcon />
      </IconButton>
      <Link
        component={RouterLink}
        to="/"
        underline="none"
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 1.25,
          color: 'text.primary',
          minWidth: 0,
        }}
      >
        <img src="/icon.svg" alt="" width={28} height={28} />
        <Box component="span" sx={NAME}>
          School Engagement Tracker
        </Box>
      </Link>
      <Box sx={{ flex: 1 }} />
      <BusyWords />
      <ThemeMenu />
      <PersonMenu />
    </Box>
  );
}

const NAME = {
  fontWeight: 700,
  // Of a large text on a phone there are two lines, not three.
  fontSize: 'min(1rem, 5vw)',
  letterSpacing: '-0.01em',
  lineHeight: 1.15,
} as const;
