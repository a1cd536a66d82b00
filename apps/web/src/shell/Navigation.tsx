import { useEffect } from 'react';
import { useLocation } from 'react-admin';
import Box from '@mui/material/Box';
import Drawer from '@mui/material/Drawer';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import ListItemButton from '@mui/material/ListItemButton';
import ListItemIcon from '@mui/material/ListItemIcon';
import ListItemText from '@mui/material/ListItemText';
import AnswersIcon from '@mui/icons-material/ForumOutlined';
import TodayIcon from '@mui/icons-material/TodayOutlined';
import ActionIcon from '@mui/icons-material/TaskAltOutlined';
import AuditIcon from '@mui/icons-material/HistoryOutlined';
import ProgressIcon from '@mui/icons-material/InsightsOutlined';
import QueueIcon from '@mui/icons-material/FormatListNumberedOutlined';
import ImportIcon from '@mui/icons-material/UploadFileOutlined';
import ReportIcon from '@mui/icons-material/AssessmentOutlined';
import RegionIcon from '@mui/icons-material/MapOutlined';
import SchoolIcon from '@mui/icons-material/SchoolOutlined';
import SurveyIcon from '@mui/icons-material/FactCheckOutlined';
import SettingsIcon from '@mui/icons-material/SettingsOutlined';
import OutboxIcon from '@mui/icons-material/OutboxOutlined';
import UsersIcon from '@mui/icons-material/GroupOutlined';
import DeviceIcon from '@mui/icons-material/TabletAndroidOutlined';
import VisitIcon from '@mui/icons-material/EventOutlined';
import { Link as RouterLink } from 'react-router-dom';
import { type Permission, reachOf } from '@tracker/contract';
import { plural } from '@tracker/domain';
import { mayTakeAlong } from '../on-device/pack';
import { ON_DEVICE_PATH } from '../on-device/paths';
import { useDeviceLogs } from '../on-device/use-device-logs';
import { useSignedInUser } from '../providers/use-signed-in-user';
import { APP_BAR_HEIGHT } from '../layout/app-bar-height';

const WIDTH = 208;

interface Place {
  to: string;
  words: string;
  Icon: typeof QueueIcon;
  asks: Permission;
  /** For whoever takes visits along, and whoever left logs behind. */
  onDevice?: boolean;
}

/** What is shown is what the person's role reaches. */
const PLACES: readonly Place[] = [
  { to: '/', words: 'Today', Icon: TodayIcon, asks: 'read' },
  { to: '/progress', words: 'Progress', Icon: ProgressIcon, asks: 'read' },
  { to: '/reports', words: 'Reports', Icon: ReportIcon, asks: 'reports' },
  { to: '/school-answers', words: 'What schools told us', Icon: AnswersIcon, asks: 'read' },
  { to: '/priority-queue', words: 'Priority queue', Icon: QueueIcon, asks: 'read' },
  { to: '/schools', words: 'Schools', Icon: SchoolIcon, asks: 'read' },
  { to: '/visits', words: 'Visits', Icon: VisitIcon, asks: 'read' },
  { to: ON_DEVICE_PATH, words: 'On this device', Icon: DeviceIcon, asks: 'read', onDevice: true },
  { to: '/follow-up-actions', words: 'Actions', Icon: ActionIcon, asks: 'read' },
  { to: '/surveys', words: 'Surveys', Icon: SurveyIcon, asks: 'read' },
  { to: '/imports', words: 'Imports', Icon: ImportIcon, asks: 'runHub' },
  { to: '/regions', words: 'Regions', Icon: RegionIcon, asks: 'read' },
  { to: '/settings', words: 'Settings', Icon: SettingsIcon, asks: 'settings' },
  { to: '/mails', words: 'Outbox', Icon: OutboxIcon, asks: 'runHub' },
  { to: '/users', words: 'Users', Icon: UsersIcon, asks: 'users' },
  { to: '/audit', words: 'Audit trail', Icon: AuditIcon, asks: 'audit' },
];

function Places() {
  const { pathname } = useLocation();
  const user = useSignedInUser();
  const logs = useDeviceLogs();
  const unsent = logs.filter(({ state }) => state !== 'sent').length;
  const places = PLACES.filter(
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

/** The menu: always there on a wide screen, opened by the button in the header on a narrow one. */
export function Navigation({ open, onClose }: { open: boolean; onClose: () => void }) {
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
          <Places />
        </Box>
      </Box>
      <Drawer open={open} onClose={onClose} sx={{ display: { md: 'none' } }}>
        <Box sx={{ width: 260 }}>
          <Places />
        </Box>
      </Drawer>
    </>
  );
}
