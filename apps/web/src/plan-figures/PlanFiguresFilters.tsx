import type { PlanFiguresQuery } from '@tracker/contract';
import { Choice } from '../fields/Choice';
import { FilterGroup } from '../fields/FilterGroup';
import { SchoolGroupChoices } from '../fields/SchoolGroupChoices';
import { namedChoices } from '../fields/use-facets';
import { useYears } from '../progress/use-years';
import type { PlanFiguresAddress } from './use-plan-figures-address';

interface PlanFiguresFiltersProps {
  asked: PlanFiguresAddress;
  onChange: (change: PlanFiguresQuery) => void;
}

/** Plans of which year, and of which schools; kept in the address bar. */
export function PlanFiguresFilters({ asked, onChange }: PlanFiguresFiltersProps) {
  const { academicYear } = asked;
  const years = useYears();
  const known = years.includes(academicYear) ? years : [academicYear, ...years];
  return (
    <FilterGroup>
      <Choice
        label="Academic year"
        value={academicYear}
        choices={namedChoices(known)}
        onChange={(year) => onChange({ academicYear: year || undefined })}
      />
      <SchoolGroupChoices asked={asked} onChange={onChange} />
    </FilterGroup>
  );
}
