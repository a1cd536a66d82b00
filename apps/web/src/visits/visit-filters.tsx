import { SelectInput, TextInput } from 'react-admin';
import { academicYearOf, addAcademicYears } from '@tracker/domain';
import { RegionInput, StaffInput } from '../fields/inputs';
import { namedChoices } from '../fields/use-facets';
import { choicesOf, VISIT_STATUS_WORDS } from '../fields/words';
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

const SOMEBODY = [{ id: true, name: 'Not assigned' }];

export function visitFilters(narrow: boolean) {
  return [
    <TextInput
      key="q"
      source="q"
      label="Search the school's name"
      type="search"
      alwaysOn
      resettable
    />,
    <RegionInput key="regionId" source="regionId" label="Region" alwaysOn={!narrow} />,
    <SelectInput
      key="status"
      source="status"
      label="Status"
      choices={choicesOf(VISIT_STATUS_WORDS)}
      // Several at once come from elsewhere and stand below the filters.
      format={(value: unknown) => (Array.isArray(value) ? '' : value)}
      alwaysOn={!narrow}
    />,
    <SelectInput
      key="academicYear"
      source="academicYear"
      label="Academic year"
      choices={namedChoices(academicYears())}
      alwaysOn={!narrow}
    />,
    <StaffInput
      key="visitorId"
      source="visitorId"
      label="Visitor"
      emptyText={undefined}
      everybody
    />,
    <SelectInput
      key="withoutVisitor"
      source="withoutVisitor"
      label="Visitor assigned"
      choices={SOMEBODY}
    />,
    <SelectInput
      key="atClosedSchool"
      source="atClosedSchool"
      label="School"
      choices={SCHOOL_CLOSED}
    />,
  ];
}
