import { FilterSearch, FilterSelect } from '../fields/filter-inputs';
import { academicYearOf, addAcademicYears } from '@tracker/domain';
import { RegionInput, StaffInput } from '../fields/inputs';
import { namedChoices } from '../fields/use-facets';
import { choicesOf, NOT_ASSIGNED, VISIT_STATUS_WORDS } from '../fields/words';
import { today } from '../providers/today';

const YEARS_BACK = 7;

function academicYears() {
  const next = addAcademicYears(academicYearOf(today()), 1);
  return Array.from({ length: YEARS_BACK + 2 }, (_, back) => addAcademicYears(next, -back));
}

const SCHOOL_CLOSED = [
  { id: true, name: 'School closed' },
  { id: false, name: 'Has not' },
];

const SOMEBODY = [{ id: true, name: NOT_ASSIGNED }];

export function visitFilters(narrow: boolean) {
  return [
    <FilterSearch key="q" source="q" label="Search the school's name" alwaysOn />,
    <RegionInput key="regionId" source="regionId" label="Region" alwaysOn={!narrow} />,
    <FilterSelect
      key="status"
      source="status"
      all="All statuses"
      label="Status"
      choices={choicesOf(VISIT_STATUS_WORDS)}
      // Several at once come from elsewhere and stand below the filters.
      format={(value: unknown) => (Array.isArray(value) ? '' : value)}
      alwaysOn={!narrow}
    />,
    <FilterSelect
      key="academicYear"
      source="academicYear"
      all="All academic years"
      label="Academic year"
      choices={namedChoices(academicYears())}
      alwaysOn={!narrow}
    />,
    <StaffInput
      key="visitorId"
      source="visitorId"
      label="Visitor"
      emptyText="All visitors"
      everybody
    />,
    <FilterSelect
      key="withoutVisitor"
      source="withoutVisitor"
      all="With or without a visitor"
      label="Visitor assigned"
      choices={SOMEBODY}
    />,
    <FilterSelect
      key="atClosedSchool"
      source="atClosedSchool"
      all="All schools"
      label="School"
      choices={SCHOOL_CLOSED}
    />,
  ];
}
