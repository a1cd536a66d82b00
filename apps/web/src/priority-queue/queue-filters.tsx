import { FilterSearch, FilterSelect } from '../fields/filter-inputs';
import { stateInWords, VISIT_STATES } from '@tracker/domain';
import { RegionInput, StaffInput } from '../fields/inputs';
import { PLAN_STATE_CHOICES } from '../fields/plan-states';
import { joined, split } from '../fields/several';
import { NOT_IN_THREE_YEARS } from '../fields/states';
import { namedChoices } from '../fields/use-facets';
import { choicesOf, FSM_BAND_WORDS, PLANNED_WORDS } from '../fields/words';
import type { SchoolFacets } from '../fields/use-facets';

const STATE_CHOICES = [
  { id: NOT_IN_THREE_YEARS.join(','), name: 'Not visited in three years' },
  ...VISIT_STATES.map((id) => ({ id, name: stateInWords(id) })),
];

const yesNo = (yes: string, no: string) => [
  { id: true, name: yes },
  { id: false, name: no },
];

/** The filters, of which a phone shows the search alone until more are asked for. */
export function queueFilters({ districts, phases }: SchoolFacets, narrow: boolean) {
  return [
    <FilterSearch key="q" source="q" label="Search name, town or URN" alwaysOn />,
    <RegionInput key="regionId" source="regionId" label="Region" alwaysOn={!narrow} />,
    <FilterSelect
      key="state"
      source="state"
      all="All states"
      label="State"
      choices={STATE_CHOICES}
      format={joined}
      parse={split}
      alwaysOn={!narrow}
    />,
    <FilterSelect
      key="planned"
      source="planned"
      label="Next visit"
      all="All schools"
      choices={choicesOf(PLANNED_WORDS)}
      format={joined}
      parse={split}
      alwaysOn={!narrow}
    />,
    <StaffInput
      key="ownerId"
      source="ownerId"
      label="Owner"
      emptyText="Anybody’s"
      helperText="Who has the visit, else who leads the region"
    />,
    <FilterSelect
      key="district"
      source="district"
      all="All districts"
      label="District"
      choices={namedChoices(districts)}
    />,
    <FilterSelect
      key="phase"
      source="phase"
      all="All phases"
      label="Phase"
      choices={namedChoices(phases)}
    />,
    <FilterSelect
      key="fsmBand"
      source="fsmBand"
      all="All shares"
      label="Free school meals"
      choices={choicesOf(FSM_BAND_WORDS)}
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
      key="snoozed"
      source="snoozed"
      all="With and without snoozed"
      label="Snoozed"
      choices={yesNo('Snoozed only', 'Without snoozed')}
    />,
    <FilterSelect
      key="pinned"
      source="pinned"
      all="Pinned or not"
      label="Pinned"
      choices={yesNo('Pinned only', 'Hide pinned')}
    />,
  ];
}
