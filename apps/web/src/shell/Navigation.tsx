import { useEffect } from 'react';
import { useLocation } from 'react-admin';
import Box from '@mui/material/Box';
import Drawer from '@mui/material/Drawer';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import ListItemButton from '@mui/material/ListItemButton';
import ListItemIcon from '@mui/material/ListItemIcon';
import ListItemText from '@mui/material/ListItemText';
import { Link as RouterLink } from 'react-router-dom';
import { reachOf } from '@tracker/contract';
import { plural } from '@tracker/domain';
import { mayTakeAlong } from '../on-device/pack';
import { useDeviceLogs } from '../on-device/use-device-logs';
import { useSignedInUser } from '../providers/use-signed-in-user';
import { APP_BAR_HEIGHT } from '../layout/app-bar-height';
import type { Place } from '../layout/screens';

const WIDTH = 208;

export interface MenuPlace extends Place {
  to: string;
}

/** What is shown is what the person's role reaches. */
function Places({ menu }: { menu: readonly MenuPlace[] }) {
  const { pathname } = useLocation();
  const user = useSignedInUser();
  const logs = useDeviceLogs();
  const unsent = logs.filter(({ state }) => state !== 'sent').length;
  const places = menu.filter(
    ({ asks, onDevice }) =>
      user &&
      reachOf(user, asks) !== 'none' &&
      (!onDevice || logs.length > 0 || mayTakeAlong(user)),
  );
  return (
    <Box component="nav" aria-label="Main">
      <List sx={{ py: 2 }}>
        {places.map(({ to, words, Icon, onDevice }) => {
          const here = pathname === to || (to !== '/' && pathname.startsWith(`${to}/`));
          return (
            <ListItem key={to} disablePadding sx={{ px: 1 }}>
              <ListItemButton
                component={RouterLink}
                to={to}
                selected={here}
                aria-current={here ? 'page' : undefined}
                sx={{ borderRadius: 2, minHeight: 44, px: 1.5, mb: 0.25 }}
              >
                <ListItemIcon sx={{ minWidth: 36, color: here ? 'primary.main' : undefined }}>
                  <Icon fontSize="small" />
                </ListItemIcon>
                <ListItemText
                  primary={words}
                  secondary={
                    onDevice && unsent > 0 ? `${plural(unsent, 'log')} not sent` : undefined
                  }
                  slotProps={{
                    primary: { sx: { fontWeight: here ? 700 : 500 } },
                    secondary: { sx: { color: 'text.primary', fontSize: '0.8125rem' } },
                  }}
                />
              </ListItemButton>
            </ListItem>
          );
        })}
      </List>
    </Box>
  );
}

interface NavigationProps {
  menu: readonly MenuPlace[];
  open: boolean;
  onClose: () => void;
}

/** The menu: always there on a wide screen, opened by the button in the header on a narrow one. */
export function Navigation({ menu, open, onClose }: NavigationProps) {
  const { pathname } = useLocation();
  useEffect(() => {
    onClose();
    // Only a change of the place closes it, not a new function from the parent.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [pathname]);
  return (
    <>
      <Box
        sx={{
          display: { xs: 'none', md: 'block' },
          width: WIDTH,
          flexShrink: 0,
          alignSelf: 'stretch',
          borderRight: 1,
          borderColor: 'divider',
          minHeight: `calc(100vh - ${APP_BAR_HEIGHT})`,
        }}
      >
        <Box sx={{ position: 'sticky', top: `calc(${APP_BAR_HEIGHT} + var(--signal-bar, 0px))` }}>
          <Places menu={menu} />
        </Box>
      </Box>
      <Drawer open={open} onClose={onClose} sx={{ display: { md: 'none' } }}>
        <Box sx={{ width: 260 }}>
          <Places menu={menu} />
        </Box>
      </Drawer>
    </>
  );
}
