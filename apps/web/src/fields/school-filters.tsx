import { stateInWords, VISIT_STATES } from '@tracker/domain';
import { FilterSelect } from './filter-inputs';
import { RegionInput } from './inputs';
import { PLAN_STATE_CHOICES } from './plan-states';
import { joined, split } from './several';
import { NOT_IN_THREE_YEARS } from './states';
import { namedChoices, type SchoolFacets } from './use-facets';
import { choicesOf, FSM_BAND_WORDS, PLANNED_WORDS } from './words';

const STATES = [
  { id: NOT_IN_THREE_YEARS.join(','), name: 'Not visited in three years' },
  ...VISIT_STATES.map((id) => ({ id, name: stateInWords(id) })),
];

export const regionFilter = (alwaysOn: boolean) => (
  <RegionInput key="regionId" source="regionId" label="Region" alwaysOn={alwaysOn} />
);

export const stateFilter = (alwaysOn: boolean) => (
  <FilterSelect
    key="state"
    source="state"
    all="All states"
    label="State"
    choices={STATES}
    format={joined}
    parse={split}
    alwaysOn={alwaysOn}
  />
);

export const plannedFilter = (alwaysOn: boolean) => (
  <FilterSelect
    key="planned"
    source="planned"
    label="Next visit"
    all="All schools"
    choices={choicesOf(PLANNED_WORDS)}
    format={joined}
    parse={split}
    alwaysOn={alwaysOn}
  />
);

export const districtFilter = ({ districts }: SchoolFacets) => (
  <FilterSelect
    key="district"
    source="district"
    all="All districts"
    label="District"
    choices={namedChoices(districts)}
  />
);

export const phaseFilter = ({ phases }: SchoolFacets) => (
  <FilterSelect
    key="phase"
    source="phase"
    all="All phases"
    label="Phase"
    choices={namedChoices(phases)}
  />
);

export const fsmFilter = (
  <FilterSelect
    key="fsmBand"
    source="fsmBand"
    all="All shares"
    label="Free school meals"
    choices={choicesOf(FSM_BAND_WORDS)}
  />
);

export const planStateFilter = (
  <FilterSelect
    key="planState"
    source="planState"
    all="All plans"
    label="Music development plan"
    choices={PLAN_STATE_CHOICES}
    format={joined}
    parse={split}
  />
);
