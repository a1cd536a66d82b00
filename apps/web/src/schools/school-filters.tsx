import { FilterSearch, FilterSelect } from '../fields/filter-inputs';
import {
  districtFilter,
  fsmFilter,
  phaseFilter,
  plannedFilter,
  planStateFilter,
  regionFilter,
  stateFilter,
} from '../fields/school-filters';
import { choicesOf, SCHOOL_STATUS_WORDS } from '../fields/words';
import type { SchoolFacets } from '../fields/use-facets';

const IN_CYCLE = [
  { id: true, name: 'In the cycle' },
  { id: false, name: 'Outside the cycle' },
];
const COVERED = [
  { id: true, name: 'Yes' },
  { id: false, name: 'No' },
];

export function schoolFilters(facets: SchoolFacets, narrow: boolean) {
  return [
    <FilterSearch key="q" source="q" label="Name, town, postcode or URN" alwaysOn />,
    regionFilter(!narrow),
    stateFilter(!narrow),
    <FilterSelect
      key="inScope"
      source="inScope"
      all="All schools"
      label="Visiting cycle"
      choices={IN_CYCLE}
      alwaysOn={!narrow}
    />,
    phaseFilter(facets),
    districtFilter(facets),
    fsmFilter,
    <FilterSelect
      key="coveredInCycle"
      source="coveredInCycle"
      all="All schools"
      label="Covered in this cycle"
      choices={COVERED}
    />,
    plannedFilter(false),
    planStateFilter,
    <FilterSelect
      key="status"
      source="status"
      all="All statuses"
      label="Status"
      choices={choicesOf(SCHOOL_STATUS_WORDS)}
    />,
  ];
}
