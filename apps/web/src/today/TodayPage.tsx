import { useQuery } from '@tanstack/react-query';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { formatDay } from '@tracker/domain';
import { mayCall, mayRunTheHub, reachOf, type TodaySummary } from '@tracker/contract';
import { NoSchoolsYet } from '../layout/NoSchoolsYet';
import { PageHeading } from '../layout/PageHeading';
import { useSetUp } from '../layout/use-set-up';
import { Waiting } from '../layout/Waiting';
import { KeptToday } from '../on-device/KeptToday';
import { WithoutAnswer } from '../on-device/WithoutAnswer';
import { useSignedInUser } from '../providers/use-signed-in-user';
import { Figures } from './Figures';
import { ManagerToday } from './manager/ManagerToday';
import { RemindColleagues } from './RemindColleagues';
import { SetUpList } from './SetUpList';
import { YearAndCycle } from './YearAndCycle';
import { YourPlanLine } from '../visit-plans/YourPlanLine';
import { TodayActions } from './TodayActions';
import { TodayAnswers } from './TodayAnswers';
import { TodayFreed } from './TodayFreed';
import { TodayVisits } from './TodayVisits';
import { UnsentLogs } from './UnsentLogs';
import { call } from '../providers/call';

/** What is on, what is late, and what is to be decided: by what the person is here for. */
export default function TodayPage() {
  const { data, error, refetch } = useQuery({
    queryKey: ['today', 'summary'],
    queryFn: ({ signal }) => call('GET /api/today/summary', { signal }),
  });
  if (!data) {
    return (
      <WithoutAnswer
        title="Today"
        words="Looking up what is on today…"
        error={error}
        onRetry={() => void refetch()}
        fromDevice={(kept) => <KeptToday kept={kept} />}
      />
    );
  }
  return (
    <>
      <PageHeading title="Today">
        <Typography sx={{ color: 'text.secondary' }}>{formatDay(data.today)}</Typography>
      </PageHeading>
      <Parts summary={data} />
    </>
  );
}

function Parts({ summary }: { summary: TodaySummary }) {
  const { figures, year, cycle, nextHalfTerm, visits, unlogged, actions, freed, answers, cannot } =
    summary;
  const user = useSignedInUser();
  const runsTheHub = user !== undefined && mayRunTheHub(user);
  const setUp = useSetUp();
  if (!user) return <Waiting words="Looking up what is on today…" />;
  const reach = reachOf(user, 'schoolRecords');
  const own = reach === 'own';
  const isEmpty = cycle?.schoolsInScope === 0 && year?.visits === 0;
  if (isEmpty) {
    if (!runsTheHub) return <NoSchoolsYet title="Nothing to show yet" />;
    return setUp ? (
      <SetUpList empty setUp={setUp} />
    ) : (
      <Waiting words="Looking up what is set up…" />
    );
  }
  const withoutPast = setUp?.steps.some(({ key, done }) => key === 'past_visits' && !done) ?? false;
  // Whoever writes nothing is here to see whether all is on track.
  if (reach === 'none') return <ManagerToday today={summary.today} />;
  const standing = year && cycle && (
    <YearAndCycle {...{ today: summary.today, year, cycle, nextHalfTerm, figures, withoutPast }} />
  );
  const soon = (
    <TodayVisits
      title={own ? 'My visits today and tomorrow' : 'Visits today and tomorrow'}
      visits={visits}
      none="None."
    />
  );
  const asked = (
    <TodayVisits
      asking
      title={own ? 'What I have not logged' : 'Not logged yet'}
      visits={unlogged}
      none="Every visit whose day has passed is logged."
    >
      {mayCall(user, 'POST /api/users/{id}/log-reminder') && (
        <RemindColleagues visits={unlogged} me={user.id} />
      )}
    </TodayVisits>
  );
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {setUp && <SetUpList empty={false} setUp={setUp} />}
      {own && unlogged.length > 0 && asked}
      {own && <YourPlanLine userId={user.id} />}
      {own && soon}
      {!own && standing}
      <Figures figures={figures} own={own} />
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          alignItems: 'start',
          gridTemplateColumns: { md: 'repeat(2, minmax(0, 1fr))' },
        }}
      >
        {!(own && unlogged.length > 0) && asked}
        <Box sx={{ display: 'grid', gap: 2 }}>
          {!own && soon}
          {mayCall(user, 'GET /api/devices') && <UnsentLogs />}
          <TodayAnswers answers={answers} cannot={cannot} />
          <TodayFreed freed={freed} />
          <TodayActions actions={actions} />
        </Box>
      </Box>
    </Box>
  );
}
