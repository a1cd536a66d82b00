import { useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { School, TimelineKind } from '@tracker/contract';
import { Failure } from '../layout/Failure';
import { Section } from '../layout/Section';
import { TimelineAction } from './TimelineAction';
import { TimelineKinds } from './TimelineKinds';
import { TimelineRegister } from './TimelineRegister';
import {
  TimelineAnswer,
  TimelineMail,
  TimelinePlan,
  TimelineRehomed,
  TimelineSurvey,
} from './TimelineTold';
import { TimelineVisit } from './TimelineVisit';
import { callForPage } from '../providers/call';

const PAGE = 20;

/** What happened at the school and those before it, the latest first; what is planned on top. */
export function SchoolTimeline({ school, mayWrite }: { school: School; mayWrite: boolean }) {
  const [kind, setKind] = useState<TimelineKind | null>(null);
  const [rows, setRows] = useState(PAGE);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['schools', 'timeline', school.id, kind, rows],
    queryFn: ({ signal }) =>
      callForPage('GET /api/schools/{id}/timeline', {
        ...{ id: school.id, signal },
        query: { filter: kind ? { kind } : {}, range: [0, rows - 1] },
      }),
    placeholderData: keepPreviousData,
  });
  const choose = (chosen: TimelineKind | null) => {
    setKind(chosen);
    setRows(PAGE);
  };
  return (
    <Section title="Timeline">
      <TimelineKinds chosen={kind} onChoose={choose} />
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {isPending && !error && <Typography variant="body2">Loading the timeline…</Typography>}
      {data?.total === 0 && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {kind === null || kind === 'visit' ? 'No visit is on record' : 'Nothing is on record'}
          {mayWrite && kind !== 'register'
            ? '. Schedule one, or log one that has taken place.'
            : '.'}
        </Typography>
      )}
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {data?.rows.map(
          ({
            id,
            on,
            schoolId,
            schoolName,
            visit,
            rehomed,
            action,
            survey,
            plan,
            answer,
            mail,
            event,
          }) => {
            const formerName = schoolId === school.id ? null : schoolName;
            if (visit) return <TimelineVisit key={id} visit={visit} formerName={formerName} />;
            if (rehomed)
              return <TimelineRehomed key={id} on={on} rehomed={rehomed} formerName={formerName} />;
            if (action)
              return <TimelineAction key={id} on={on} action={action} formerName={formerName} />;
            if (survey)
              return <TimelineSurvey key={id} on={on} survey={survey} formerName={formerName} />;
            if (plan) return <TimelinePlan key={id} on={on} plan={plan} formerName={formerName} />;
            if (answer)
              return <TimelineAnswer key={id} on={on} answer={answer} formerName={formerName} />;
            if (mail) return <TimelineMail key={id} on={on} mail={mail} formerName={formerName} />;
            return (
              event && <TimelineRegister key={id} on={on} event={event} schoolName={schoolName} />
            );
          },
        )}
      </Box>
      {data && data.total > data.rows.length && (
        <Button size="small" onClick={() => setRows(Math.min(rows + PAGE, 1000))}>
          Show more ({data.rows.length} of {data.total})
        </Button>
      )}
    </Section>
  );
}
