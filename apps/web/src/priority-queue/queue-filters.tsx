import { FilterSearch, FilterSelect } from '../fields/filter-inputs';
import { StaffInput } from '../fields/inputs';
import {
  districtFilter,
  fsmFilter,
  phaseFilter,
  plannedFilter,
  planStateFilter,
  regionFilter,
  stateFilter,
} from '../fields/school-filters';
import type { SchoolFacets } from '../fields/use-facets';

const yesNo = (yes: string, no: string) => [
  { id: true, name: yes },
  { id: false, name: no },
];

/** The filters, of which a phone shows the search alone until more are asked for. */
export function queueFilters(facets: SchoolFacets, narrow: boolean) {
  return [
    <FilterSearch key="q" source="q" label="Search name, town or URN" alwaysOn />,
    regionFilter(!narrow),
    stateFilter(!narrow),
    plannedFilter(!narrow),
    <StaffInput
      key="ownerId"
      source="ownerId"
      label="Owner"
      emptyText="Anybody’s"
      helperText="Who has the visit, else who leads the region"
    />,
    districtFilter(facets),
    phaseFilter(facets),
    fsmFilter,
    planStateFilter,
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
