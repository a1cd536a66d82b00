import { type ComponentType, Suspense } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Link as RouterLink, useParams } from 'react-router-dom';
import { reachOf } from '@tracker/contract';
import { NotFound } from '../layout/NotFound';
import { PageHeading } from '../layout/PageHeading';
import { Waiting } from '../layout/Waiting';
import { useSignedInUser } from '../providers/use-signed-in-user';
import { DigestPart } from './DigestPart';
import { FilesPart } from './FilesPart';
import { NarrativePart } from './NarrativePart';
import { TemplatesPart } from './TemplatesPart';

interface Part {
  path: string;
  words: string;
  Page: ComponentType<{ mayChange: boolean }>;
}

const PARTS: readonly Part[] = [
  { path: '', words: 'Files', Page: FilesPart },
  { path: 'texts', words: 'Texts of the report', Page: NarrativePart },
  { path: 'templates', words: 'Templates', Page: TemplatesPart },
  { path: 'digest', words: 'Monthly mail', Page: DigestPart },
];

/** What is taken along to a board or a funder. */
export default function ReportsPage() {
  const user = useSignedInUser();
  const { part = '' } = useParams();
  const shown = PARTS.find(({ path }) => path === part);
  if (!user) return <Waiting words="Opening the reports…" />;
  if (!shown) return <NotFound />;
  return (
    <Box sx={{ maxWidth: 1040 }}>
      <PageHeading title="Reports">
        <Typography sx={{ color: 'text.secondary' }}>
          The figures for the board, for Excel and for funders. What you ask for is made in the
          background and kept for a week.
        </Typography>
      </PageHeading>
      <Box
        component="nav"
        aria-label="Reports"
        sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, mb: 2 }}
      >
        {PARTS.map(({ path, words }) => (
          <Button
            key={path}
            component={RouterLink}
            to={path === '' ? '/reports' : `/reports/${path}`}
            aria-current={path === part ? 'page' : undefined}
            sx={TAB}
          >
            {words}
          </Button>
        ))}
      </Box>
      <Suspense fallback={<Waiting />}>
        <shown.Page mayChange={reachOf(user, 'settings') === 'all'} />
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
