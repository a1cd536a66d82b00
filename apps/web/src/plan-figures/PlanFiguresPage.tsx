import { keepPreviousData, useQuery } from '@tanstack/react-query';
import Box from '@mui/material/Box';
import GlobalStyles from '@mui/material/GlobalStyles';
import Typography from '@mui/material/Typography';
import type { PlanFacts, PlanFieldFigures, PlanReadings } from '@tracker/contract';
import { type CountedPlanField, plural } from '@tracker/domain';
import { PlanTabs } from '../fields/PlanTabs';
import { Empty } from '../layout/Empty';
import { Failure } from '../layout/Failure';
import { PageHeading } from '../layout/PageHeading';
import { Waiting } from '../layout/Waiting';
import { call } from '../providers/call';
import { AskedContext, FactLink } from './FactLink';
import { FieldTables } from './FieldTables';
import { HourSection } from './HourSection';
import { FIGURES_ON_PAPER } from './on-paper';
import { PlanFiguresFilters } from './PlanFiguresFilters';
import { PrioritiesSection } from './PrioritiesSection';
import { RankedSection } from './RankedSection';
import { SaveFacts } from './SaveFacts';
import { SplitSection } from './SplitSection';
import { usePlanFiguresAddress } from './use-plan-figures-address';

/** What do the plans say, over all schools? */
export default function PlanFiguresPage() {
  const { asked, tagId, turnTo } = usePlanFiguresAddress();
  const { data, error, isPlaceholderData, refetch } = useQuery({
    queryKey: ['plan-figures', asked],
    queryFn: ({ signal }) => call('GET /api/plan-figures', { query: asked, signal }),
    placeholderData: keepPreviousData,
  });
  const facts = data?.facts;
  return (
    <Box className="plan-figures">
      <GlobalStyles styles={FIGURES_ON_PAPER} />
      <AskedContext.Provider
        value={{ ...asked, academicYear: facts?.academicYear ?? asked.academicYear }}
      >
        <PageHeading
          title="What plans say"
          actions={facts && facts.confirmed > 0 && <SaveFacts asked={asked} />}
        >
          {facts && <Confirmed facts={facts} />}
        </PageHeading>
        <PlanTabs shown="plan-figures" />
        <PlanFiguresFilters asked={asked} onChange={turnTo} />
        {error && <Failure error={error} onRetry={() => void refetch()} />}
        {!facts && !error && <Waiting words="Counting what plans say…" />}
        {facts && !error && (
          <Box aria-busy={isPlaceholderData} sx={{ opacity: isPlaceholderData ? 0.6 : 1 }}>
            <Figures facts={facts} tagId={tagId} onChange={turnTo} />
            <Readings {...data.readings} academicYear={facts.academicYear} />
          </Box>
        )}
      </AskedContext.Provider>
    </Box>
  );
}

function Confirmed({ facts: { academicYear, confirmed, schools } }: { facts: PlanFacts }) {
  return (
    <Typography sx={{ color: 'text.secondary' }}>
      <FactLink fact={{ field: 'plan', part: '', value: 'confirmed' }} schools={confirmed} /> of{' '}
      {schools.toLocaleString('en-GB')} schools have a confirmed plan for {academicYear}. What a
      plan does not state is not counted as “no”.
    </Typography>
  );
}

/** How good the reading is; nothing before anything was confirmed. */
function Readings({ suggested, right, academicYear }: PlanReadings & { academicYear: string }) {
  if (suggested === 0) return null;
  return (
    <Typography sx={{ color: 'text.secondary', mt: 2 }}>
      Of {plural(suggested, 'value')} suggested in documents confirmed in {academicYear},{' '}
      {right.toLocaleString('en-GB')} {right === 1 ? 'was' : 'were'} right.
    </Typography>
  );
}

const RANKED: CountedPlanField[] = [
  ...(['schemes', 'wholeClassInstrument', 'classroomInstruments'] as const),
  ...(['lessonInstruments', 'otherOrganisations', 'qualifications'] as const),
];
const IN_TABLES: CountedPlanField[] = [
  ...(['taughtBy', 'modelMusicCurriculum', 'singingTogether', 'performances'] as const),
  ...(['liveMusic', 'ensembles', 'lessonsOffered', 'lessonCharging', 'lessonHelpFor'] as const),
  ...(['sendSupport', 'hubName', 'musicLead', 'leadershipLead'] as const),
];

interface FiguresProps {
  facts: PlanFacts;
  tagId: string | undefined;
  onChange: ReturnType<typeof usePlanFiguresAddress>['turnTo'];
}

function Figures({ facts, tagId, onChange }: FiguresProps) {
  const { academicYear, confirmed, fields, split, tags, unlabelled } = facts;
  if (confirmed === 0) {
    return (
      <Empty title={`No plan is confirmed for ${academicYear} yet.`}>
        Figures appear here when somebody has captured a school’s plan and confirmed what was read
        in it. Another year, or all regions, may have some.
      </Empty>
    );
  }
  const of = (field: CountedPlanField) =>
    fields.find((one) => one.field === field) as PlanFieldFigures;
  return (
    <Box sx={PARTS}>
      <HourSection hour={of('hour')} minutes={of('minutesPerWeek')} />
      {split && <SplitSection split={split} onChange={onChange} />}
      <Box sx={CARDS}>
        {RANKED.map((field) => (
          <RankedSection key={field} figures={of(field)} />
        ))}
      </Box>
      <FieldTables fields={IN_TABLES.map(of)} />
      <PrioritiesSection figures={of('priorities')} {...{ tags, unlabelled, tagId, onChange }} />
    </Box>
  );
}

const PARTS = { display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' } as const;
const CARDS = {
  ...{ display: 'grid', gap: 2, alignItems: 'start' },
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' },
} as const;
