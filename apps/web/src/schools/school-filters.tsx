import { FilterSearch, FilterSelect } from '../fields/filter-inputs';
import { stateInWords, VISIT_STATES } from '@tracker/domain';
import { RegionInput } from '../fields/inputs';
import { PLAN_STATE_CHOICES } from '../fields/plan-states';
import { joined, split } from '../fields/several';
import { NOT_IN_THREE_YEARS } from '../fields/states';
import { namedChoices } from '../fields/use-facets';
import { choicesOf, FSM_BAND_WORDS, PLANNED_WORDS, SCHOOL_STATUS_WORDS } from '../fields/words';
import type { SchoolFacets } from '../fields/use-facets';

const STATES = [
  { id: NOT_IN_THREE_YEARS.join(','), name: 'Not visited in three years' },
  ...VISIT_STATES.map((id) => ({ id, name: stateInWords(id) })),
];
const IN_CYCLE = [
  { id: true, name: 'In the cycle' },
  { id: false, name: 'Outside the cycle' },
];
const COVERED = [
  { id: true, name: 'Yes' },
  { id: false, name: 'No' },
];

export function schoolFilters({ districts, phases }: SchoolFacets, narrow: boolean) {
  return [
    <FilterSearch key="q" source="q" label="Name, town, postcode or URN" alwaysOn />,
    <RegionInput key="regionId" source="regionId" label="Region" alwaysOn={!narrow} />,
    <FilterSelect
      key="state"
      source="state"
      all="All states"
      label="State"
      choices={STATES}
      format={joined}
      parse={split}
      alwaysOn={!narrow}
    />,
    <FilterSelect
      key="inScope"
      source="inScope"
      all="All schools"
      label="Visiting cycle"
      choices={IN_CYCLE}
      alwaysOn={!narrow}
    />,
    <FilterSelect
      key="phase"
      source="phase"
      all="All phases"
      label="Phase"
      choices={namedChoices(phases)}
    />,
    <FilterSelect
      key="district"
      source="district"
      all="All districts"
      label="District"
      choices={namedChoices(districts)}
    />,
    <FilterSelect
      key="fsmBand"
      source="fsmBand"
      all="All shares"
      label="Free school meals"
      choices={choicesOf(FSM_BAND_WORDS)}
    />,
    <FilterSelect
      key="coveredInCycle"
      source="coveredInCycle"
      all="All schools"
      label="Covered in this cycle"
      choices={COVERED}
    />,
    <FilterSelect
      key="planned"
      source="planned"
      label="Next visit"
      all="All schools"
      choices={choicesOf(PLANNED_WORDS)}
      format={joined}
      parse={split}
    />,
    <FilterSelect
      key="planState"
      source="planState"
      all="All plans"
      label="Music development plan"
      choices={PLAN_STATE_CHOICES}
      format={joined}
      parse={split}
    />,
    <FilterSelect
      key="status"
      source="status"
      all="All statuses"
      label="Status"
      choices={choicesOf(SCHOOL_STATUS_WORDS)}
    />,
  ];
}
