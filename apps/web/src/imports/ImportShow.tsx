import { useState } from 'react';
import { ShowBase, useShowContext } from 'react-admin';
import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import { type Import, mayCall } from '@tracker/contract';
import { instantInWords } from '../fields/texts';
import { IMPORT_KIND_WORDS } from '../fields/words';
import { HistorySection } from '../history/HistorySection';
import { Failure } from '../layout/Failure';
import { NotFound } from '../layout/NotFound';
import { isNoRecord } from '../providers/problems';
import { ForTheHub } from '../layout/ForTheHub';
import { FromBefore } from '../fields/FromBefore';
import { PageHeading } from '../layout/PageHeading';
import { Section } from '../layout/Section';
import { Waiting } from '../layout/Waiting';
import { SHOWN_HERE } from '../providers/shown-here';
import { useSignedInUser } from '../providers/use-signed-in-user';
import { ImportCommands } from './ImportCommands';
import { ImportStatusChip } from './ImportStatusChip';
import { isBeingWorkedOn, standingInWords, tallies } from './import-words';
import { FoundInRegister } from './FoundInRegister';
import { RegisterSayings } from './RegisterSayings';
import { VisitReadingPart } from './reading/VisitReadingPart';
import { Rejections } from './Rejections';
import { SchoolsToDecide } from './SchoolsToDecide';
import { useForgetOnceDone } from './use-forget-once-done';
import { WhatNext } from './WhatNext';

const LOOK_AGAIN_MS = 1000;

/** The record, what was read of its file and what was found begin with it. */
const EVERYTHING_OF_IMPORTS = ['imports'] as const;

/** Did it take my file? */
export default function ImportShow() {
  return (
    <ForTheHub>
      <ShowBase<Import>
        {...SHOWN_HERE}
        queryOptions={{
          ...SHOWN_HERE.queryOptions,
          refetchInterval: ({ state }) =>
            state.data && isBeingWorkedOn(state.data) ? LOOK_AGAIN_MS : false,
        }}
      >
        <Content />
      </ShowBase>
    </ForTheHub>
  );
}

function Content() {
  const { record, error, refetch } = useShowContext<Import>();
  const user = useSignedInUser();
  useForgetOnceDone(record);
  const [checked, setChecked] = useState<Import | null>(null);
  if (record && isLookedAt(record) && checked?.version !== record.version) setChecked(record);
  if (isNoRecord(error)) return <NotFound />;
  if (error && !record) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!record) return <Waiting words="Loading the import…" />;
  return (
    <Box sx={{ maxWidth: 960 }}>
      <PageHeading title={record.fileName} actions={<ImportCommands record={record} />}>
        <Typography sx={{ color: 'text.secondary' }}>
          {IMPORT_KIND_WORDS[record.kind]} · sent {instantInWords(record.createdAt)}
          {record.requestedByName && ` by ${record.requestedByName}`}
        </Typography>
        <Link
          component={RouterLink}
          to="/imports"
          variant="body2"
          sx={{ display: 'inline-block', py: 0.5 }}
        >
          All imports
        </Link>
      </PageHeading>
      <FromBefore of={EVERYTHING_OF_IMPORTS} />
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Section title={record.dryRun ? 'What this file would do' : 'What this file did'}>
          <Box sx={{ mb: 1 }}>
            <ImportStatusChip record={record} />
          </Box>
          <Typography role="status">{standingInWords(record)}</Typography>
          {isBeingWorkedOn(record) && (
            <LinearProgress
              variant={record.status === 'running' ? 'determinate' : 'indeterminate'}
              value={record.progress}
              aria-label="Progress of the import"
              sx={{ mt: 2, height: 8, borderRadius: 4 }}
            />
          )}
          {(record.status === 'done' || record.status === 'undone') && <Tallies record={record} />}
          {record.status === 'done' && <RegisterSayings record={record} />}
          {record.status === 'done' && !record.dryRun && <WhatNext />}
        </Section>
        {record.status === 'done' && record.sayings.length > 0 && (
          <>
            <SchoolsToDecide record={record} />
            <FoundInRegister record={record} />
          </>
        )}
        {checked && mayBeLookedAt(record) ? (
          // Read again by other answers, it stays in place: nobody loses where they were.
          <Box
            aria-busy={isBeingWorkedOn(record)}
            sx={isBeingWorkedOn(record) ? READING_AGAIN : null}
          >
            <VisitReadingPart record={checked} />
          </Box>
        ) : (
          record.rejected > 0 && <Rejections record={record} />
        )}
        {user && mayCall(user, 'GET /api/audit') && (
          <HistorySection
            key={record.status}
            resource="audit"
            filter={{ entity: 'imports', recordId: record.id }}
          />
        )}
      </Box>
    </Box>
  );
}

/** Checked visits are put right on the screen before they are imported. */
const isLookedAt = ({ kind, dryRun, status }: Import): boolean =>
  kind === 'visits' && dryRun && status === 'done';

/** So is one that is being read again, as it was. */
const mayBeLookedAt = (record: Import): boolean =>
  isLookedAt(record) || (record.kind === 'visits' && record.dryRun && isBeingWorkedOn(record));

const READING_AGAIN = { opacity: 0.6, pointerEvents: 'none' } as const;

function Tallies({ record }: { record: Import }) {
  return (
    <Box component="dl" sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, mt: 2, mb: 0 }}>
      {tallies(record).map(({ words, count, explained }) => (
        <Box key={words} sx={TALLY}>
          <Typography component="dt" variant="body2" sx={{ color: 'text.secondary' }}>
            {words}
            {explained && `: ${explained}`}
          </Typography>
          <Typography
            component="dd"
            sx={{ m: 0, fontSize: '1.5rem', fontWeight: 700, lineHeight: 1.2 }}
          >
            {count.toLocaleString('en-GB')}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}

/** The number stands above what it counts. */
const TALLY = {
  display: 'flex',
  flexDirection: 'column-reverse',
  justifyContent: 'flex-end',
  minWidth: '5.5rem',
  maxWidth: '13rem',
} as const;
