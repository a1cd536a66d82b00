import { lazy, Suspense, useState } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import { formatDay, plannedInSentences, sinceInWords } from '@tracker/domain';
import type { School } from '@tracker/contract';
import { RegionName } from '../fields/RegionName';
import { StateChip, ToneChip } from '../fields/ToneChip';
import { SCHOOL_STATUS_WORDS } from '../fields/words';
import { PageHeading } from '../layout/PageHeading';
import { today } from '../providers/today';
import { logNewPath } from '../paths/visit-paths';
import { briefPath } from '../paths/school-paths';
import { RelatedSchools } from './RelatedSchools';

const ScheduleVisitsDialog = lazy(() => import('../visits/ScheduleVisitsDialog'));

/** Special schools have no phase in the register; their type says what they are. */
function phaseInWords({ phase, establishmentType }: School): string | null {
  return phase === 'Not applicable' ? establishmentType : phase;
}

function standing(school: School): string {
  const { lastVisitedOn, dueOn, inScope, state } = school;
  const last = lastVisitedOn
    ? `Last visited ${sinceInWords(lastVisitedOn, today())}, on ${formatDay(lastVisitedOn)}.`
    : 'Never visited.';
  const is = state === 'overdue' ? 'was' : 'is';
  const due = inScope && dueOn ? ` The next visit ${is} due by ${formatDay(dueOn)}.` : '';
  return `${last}${due} ${plannedInSentences(school)}`;
}

/** Name, state and next visit at a glance, and what to do from here. */
export function SchoolHeader({ school, mayWrite }: { school: School; mayWrite: boolean }) {
  const [scheduling, setScheduling] = useState(false);
  const place = [school.town, phaseInWords(school), `URN ${school.urn}`]
    .filter(Boolean)
    .join(' · ');
  return (
    <PageHeading
      title={school.name}
      actions={
        <>
          {mayWrite && school.status !== 'closed' && (
            <>
              <Button variant="contained" onClick={() => setScheduling(true)}>
                Schedule a visit
              </Button>
              <Button variant="outlined" component={RouterLink} to={logNewPath(school.id)}>
                Log a visit
              </Button>
            </>
          )}
          <Button variant="outlined" component={RouterLink} to={briefPath(school.id)}>
            Brief
          </Button>
        </>
      }
    >
      <Typography sx={{ color: 'text.secondary' }}>
        {place} · <RegionName regionId={school.regionId} />
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mt: 1 }}>
        <StateChip state={school.state} />
        {school.status !== 'open' && (
          <ToneChip tone="quiet" label={SCHOOL_STATUS_WORDS[school.status]} />
        )}
        <Typography>{standing(school)}</Typography>
      </Box>
      <RelatedSchools school={school} />
      <Suspense fallback={null}>
        {scheduling && (
          <ScheduleVisitsDialog schools={[school]} onClose={() => setScheduling(false)} />
        )}
      </Suspense>
    </PageHeading>
  );
}
