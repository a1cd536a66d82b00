import { useListContext } from 'react-admin';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import {
  mayRunTheHub,
  mayWriteInRegion,
  type PlanRoundEntry,
  type SignedInUser,
} from '@tracker/contract';
import { PLAN_STATE_LABELS, ROUND_ORDER } from '@tracker/domain';
import { FilterSelect } from '../fields/filter-inputs';
import { RegionInput } from '../fields/inputs';
import { ListFrame } from '../fields/ListFrame';
import { ownRegionsFilter } from '../fields/own-regions';
import { PlanTabs } from '../fields/PlanTabs';
import { joined, split } from '../fields/several';
import { Empty } from '../layout/Empty';
import { useNarrow } from '../layout/use-narrow';
import { Waiting } from '../layout/Waiting';
import { useSignedInUser } from '../providers/use-signed-in-user';
import { PLAN_FILTER_WORDS } from './plan-words';
import { PlanCounts } from './PlanCounts';
import { RoundRow } from './RoundRow';

/** Which schools have a plan, and whose turn is it to look? */
export default function PlanList() {
  const user = useSignedInUser();
  return user ? <Plans user={user} /> : <Waiting words="Loading the plans…" />;
}

function Plans({ user }: { user: SignedInUser }) {
  const narrow = useNarrow();
  return (
    <ListFrame<PlanRoundEntry>
      resource="plan-round"
      counted={{ one: 'school' }}
      title="Plans"
      primary={
        mayRunTheHub(user) && (
          <Button component={RouterLink} to="/imports/create?kind=plans" variant="outlined">
            Import a list
          </Button>
        )
      }
      summary={<PlanCounts />}
      presets={
        <>
          <PlanTabs shown="plan-round" />
          <Typography sx={{ mb: 1.5, color: 'text.secondary', maxWidth: 720 }}>
            Look for the music development plans of these schools, starting at the top. Open the
            page, then say what you found, or capture the plan.
          </Typography>
        </>
      }
      filters={{ inputs: filters(narrow), words: PLAN_FILTER_WORDS }}
      filterDefaultValues={ownRegionsFilter(user)}
      sort={{ field: 'place', order: 'ASC' }}
    >
      <Rows user={user} />
    </ListFrame>
  );
}

function Rows({ user }: { user: SignedInUser }) {
  const { data, isPending } = useListContext<PlanRoundEntry>();
  if (isPending) return <Waiting words="Loading the plans…" />;
  if (!data?.length) return <Empty title="No plan to look for with these filters." />;
  return (
    <Box component="ol" aria-label="The plan round" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {data.map((entry) => (
        <RoundRow key={entry.id} entry={entry} mayWrite={mayWriteInRegion(user, entry.regionId)} />
      ))}
    </Box>
  );
}

const filters = (narrow: boolean) => [
  <RegionInput key="regionId" source="regionId" label="Region" alwaysOn={!narrow} />,
  <FilterSelect
    key="state"
    source="state"
    all="All states"
    label="Plan"
    choices={ROUND_ORDER.map((id) => ({ id, name: PLAN_STATE_LABELS[id] }))}
    format={joined}
    parse={split}
    alwaysOn={!narrow}
  />,
  <FilterSelect
    key="visitedSoon"
    source="visitedSoon"
    all="All schools"
    label="Next visit"
    choices={[
      { id: true, name: 'In the next 14 days' },
      { id: false, name: 'Later, or none' },
    ]}
    alwaysOn={!narrow}
  />,
  <FilterSelect
    key="mine"
    source="mine"
    all="Anybody’s"
    label="Owner"
    choices={[
      { id: true, name: 'My schools' },
      { id: false, name: 'Other people’s' },
    ]}
    helperText="Who has the visit, else who leads the region"
  />,
];
