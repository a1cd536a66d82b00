import { SelectInput, TextInput } from 'react-admin';
import { stateInWords, VISIT_STATES } from '@tracker/domain';
import { RegionInput } from '../fields/inputs';
import { joined, split } from '../fields/several';
import { NOT_IN_THREE_YEARS } from '../fields/states';
import { namedChoices } from '../fields/use-facets';
import { choicesOf, FSM_BAND_WORDS, SCHOOL_STATUS_WORDS } from '../fields/words';
import type { SchoolFacets } from '../providers/school-verbs';

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
const BOOKED = [
  { id: true, name: 'Booked' },
  { id: false, name: 'Not booked' },
];

export function schoolFilters({ districts, phases }: SchoolFacets, narrow: boolean) {
  return [
    <TextInput
      key="q"
      source="q"
      label="Name, town, postcode or URN"
      type="search"
      alwaysOn
      resettable
    />,
    <RegionInput key="regionId" source="regionId" label="Region" alwaysOn={!narrow} />,
    <SelectInput
      key="state"
      source="state"
      label="State"
      choices={STATES}
      format={joined}
      parse={split}
      alwaysOn={!narrow}
    />,
    <SelectInput
      key="inScope"
      source="inScope"
      label="Visiting cycle"
      choices={IN_CYCLE}
      alwaysOn={!narrow}
    />,
    <SelectInput key="phase" source="phase" label="Phase" choices={namedChoices(phases)} />,
    <SelectInput
      key="district"
      source="district"
      label="District"
      choices={namedChoices(districts)}
    />,
    <SelectInput
      key="fsmBand"
      source="fsmBand"
      label="Free school meals"
      choices={choicesOf(FSM_BAND_WORDS)}
    />,
    <SelectInput
      key="coveredInCycle"
      source="coveredInCycle"
      label="Covered in this cycle"
      choices={COVERED}
    />,
    <SelectInput key="booked" source="booked" label="Booked" choices={BOOKED} />,
    <SelectInput
      key="status"
      source="status"
      label="Status"
      choices={choicesOf(SCHOOL_STATUS_WORDS)}
    />,
  ];
}
