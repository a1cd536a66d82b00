import { FilterSearch, FilterSelect } from '../fields/filter-inputs';
import { RegionInput, StaffInput } from '../fields/inputs';
import { SchoolInput } from '../fields/SchoolInput';
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
    <FilterSearch key="q" source="q" label="Search actions and schools" alwaysOn />,
    <FilterSelect
      key="status"
      source="status"
      all="All states"
      label="State"
      choices={STATUSES}
      format={joined}
      parse={split}
      alwaysOn={!narrow}
    />,
    <FilterSelect
      key="due"
      source="due"
      all="All due days"
      label="Due"
      choices={DUES}
      format={joined}
      parse={split}
      alwaysOn={!narrow}
    />,
    <RegionInput key="regionId" source="regionId" label="Region" alwaysOn={!narrow} />,
    <StaffInput key="ownerId" source="ownerId" label="Owner" emptyText="All owners" />,
    <FilterSelect
      key="priority"
      source="priority"
      all="All priorities"
      label="Priority"
      choices={choicesOf(ACTION_PRIORITY_WORDS)}
    />,
    <SchoolInput key="schoolId" source="schoolId" label="School" />,
  ];
}
