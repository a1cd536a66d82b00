import { SelectInput, TextInput } from 'react-admin';
import { stateInWords, VISIT_STATES } from '@tracker/domain';
import { RegionInput, StaffInput } from '../fields/inputs';
import { joined, split } from '../fields/several';
import { NOT_IN_THREE_YEARS } from '../fields/states';
import { namedChoices } from '../fields/use-facets';
import { choicesOf, FSM_BAND_WORDS } from '../fields/words';
import type { SchoolFacets } from '../providers/school-verbs';

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
    <TextInput
      key="q"
      source="q"
      label="Search name, town or URN"
      type="search"
      alwaysOn
      resettable
    />,
    <RegionInput key="regionId" source="regionId" label="Region" alwaysOn={!narrow} />,
    <SelectInput
      key="state"
      source="state"
      label="State"
      choices={STATE_CHOICES}
      format={joined}
      parse={split}
      alwaysOn={!narrow}
    />,
    <SelectInput
      key="booked"
      source="booked"
      label="Booked"
      choices={yesNo('Booked', 'Not booked')}
      alwaysOn={!narrow}
    />,
    <StaffInput
      key="ownerId"
      source="ownerId"
      label="Owner"
      emptyText="Anybody’s"
      helperText="Who has the visit, else who leads the region"
    />,
    <SelectInput
      key="district"
      source="district"
      label="District"
      choices={namedChoices(districts)}
    />,
    <SelectInput key="phase" source="phase" label="Phase" choices={namedChoices(phases)} />,
    <SelectInput
      key="fsmBand"
      source="fsmBand"
      label="Free school meals"
      choices={choicesOf(FSM_BAND_WORDS)}
    />,
    <SelectInput
      key="snoozed"
      source="snoozed"
      label="Snoozed"
      choices={yesNo('Snoozed only', 'Without snoozed')}
    />,
    <SelectInput
      key="pinned"
      source="pinned"
      label="Pinned"
      choices={yesNo('Pinned only', 'Hide pinned')}
    />,
  ];
}
