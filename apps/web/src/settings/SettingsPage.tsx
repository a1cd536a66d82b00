import { Suspense } from 'react';
import Box from '@mui/material/Box';
import { Navigate, useParams } from 'react-router-dom';
import { reachOf } from '@tracker/contract';
import { AccessDenied } from '../layout/AccessDenied';
import { NotFound } from '../layout/NotFound';
import { PageHeading } from '../layout/PageHeading';
import { PageTabs } from '../layout/PageTabs';
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
      <PageTabs label="Settings" base="/settings" parts={SETTINGS_SECTIONS} shown={shown.path} />
      <Suspense fallback={<Waiting words={`Opening ${shown.words.toLowerCase()}…`} />}>
        <shown.Page />
      </Suspense>
    </Box>
  );
}
