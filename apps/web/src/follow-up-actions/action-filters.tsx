import { AutocompleteInput, ReferenceInput, SelectInput, TextInput } from 'react-admin';
import { RegionInput, StaffInput } from '../fields/inputs';
import { joined, split } from '../fields/several';
import { ACTION_PRIORITY_WORDS, ACTION_STATUS_WORDS, choicesOf } from '../fields/words';
import { ACTION_DUE_WORDS } from './action-words';

const STATUSES = [
  { id: 'open,in_progress', name: 'Still to be done' },
  { id: 'done,dropped', name: 'Done or dropped' },
  ...choicesOf(ACTION_STATUS_WORDS),
];
const DUES = [
  { id: 'overdue,this_week', name: 'Overdue or due this week' },
  ...choicesOf(ACTION_DUE_WORDS),
];

export function actionFilters(narrow: boolean) {
  return [
    <TextInput
      key="q"
      source="q"
      label="Search actions and schools"
      type="search"
      alwaysOn
      resettable
    />,
    <SelectInput
      key="status"
      source="status"
      label="State"
      choices={STATUSES}
      format={joined}
      parse={split}
      alwaysOn={!narrow}
    />,
    <SelectInput
      key="due"
      source="due"
      label="Due"
      choices={DUES}
      format={joined}
      parse={split}
      alwaysOn={!narrow}
    />,
    <RegionInput key="regionId" source="regionId" label="Region" alwaysOn={!narrow} />,
    <StaffInput key="ownerId" source="ownerId" label="Owner" emptyText={undefined} />,
    <SelectInput
      key="priority"
      source="priority"
      label="Priority"
      choices={choicesOf(ACTION_PRIORITY_WORDS)}
    />,
    <ReferenceInput key="schoolId" source="schoolId" reference="schools">
      <AutocompleteInput label="School" filterToQuery={(q: string) => ({ q })} />
    </ReferenceInput>,
  ];
}
