import { Suspense } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Link as RouterLink, Navigate, useParams } from 'react-router-dom';
import { reachOf } from '@tracker/contract';
import { AccessDenied } from '../layout/AccessDenied';
import { NotFound } from '../layout/NotFound';
import { PageHeading } from '../layout/PageHeading';
import { Waiting } from '../layout/Waiting';
import { useSignedInUser } from '../providers/use-signed-in-user';
import { SETTINGS_SECTIONS } from './sections';

const [FIRST] = SETTINGS_SECTIONS;

/** What the hub sets for itself, a tab for each part. */
export default function SettingsPage() {
  const user = useSignedInUser();
  const { section } = useParams();
  if (!user) return <Waiting words="Opening the settings…" />;
  if (reachOf(user, 'settings') === 'none') return <AccessDenied />;
  if (section === undefined && FIRST) return <Navigate to={`/settings/${FIRST.path}`} replace />;
  const shown = SETTINGS_SECTIONS.find(({ path }) => path === section);
  if (!shown) return <NotFound />;
  return (
    <Box sx={{ maxWidth: 960 }}>
      <PageHeading title="Settings" />
      <Box
        component="nav"
        aria-label="Settings"
        sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, mb: 2 }}
      >
        {SETTINGS_SECTIONS.map(({ path, words }) => (
          <Button
            key={path}
            component={RouterLink}
            to={`/settings/${path}`}
            aria-current={path === shown.path ? 'page' : undefined}
            sx={TAB}
          >
            {words}
          </Button>
        ))}
      </Box>
      <Suspense fallback={<Waiting words={`Opening ${shown.words.toLowerCase()}…`} />}>
        <shown.Page />
      </Suspense>
    </Box>
  );
}

/** They wrap on a phone, so that each is seen. */
const TAB = {
  color: 'text.secondary',
  borderRadius: 0,
  borderBottom: '2px solid transparent',
  px: 1.5,
  minHeight: 44,
  '&[aria-current]': { color: 'primary.main', borderBottomColor: 'primary.main' },
} as const;
