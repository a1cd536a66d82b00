import { type ComponentType, Suspense } from 'react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useParams } from 'react-router-dom';
import { reachOf } from '@tracker/contract';
import { NotFound } from '../layout/NotFound';
import { PageHeading } from '../layout/PageHeading';
import { PageTabs } from '../layout/PageTabs';
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
  { path: 'digest', words: 'Monthly email', Page: DigestPart },
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
      <PageTabs label="Reports" base="/reports" parts={PARTS} shown={part} />
      <Suspense fallback={<Waiting />}>
        <shown.Page mayChange={reachOf(user, 'settings') === 'all'} />
      </Suspense>
    </Box>
  );
}
