import type { PlanFiguresQuery } from '@tracker/contract';
import { Choice } from '../fields/Choice';
import { FilterGroup } from '../fields/FilterGroup';
import { useRegions } from '../fields/RegionName';
import { namedChoices, useFacets } from '../fields/use-facets';
import { choicesOf, FSM_BAND_WORDS } from '../fields/words';
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
  const regions = useRegions();
  const { phases } = useFacets();
  const known = years.includes(academicYear) ? years : [academicYear, ...years];
  const set = (name: keyof PlanFiguresQuery) => (value: string) =>
    onChange({ [name]: value || undefined });
  return (
    <FilterGroup>
      <Choice
        label="Academic year"
        value={academicYear}
        choices={namedChoices(known)}
        onChange={set('academicYear')}
      />
      <Choice
        label="Region"
        all="The whole hub"
        value={asked.regionId ?? ''}
        choices={regions}
        onChange={set('regionId')}
      />
      <Choice
        label="Phase"
        all="All phases"
        value={asked.phase ?? ''}
        choices={namedChoices(phases)}
        onChange={set('phase')}
      />
      <Choice
        label="Free school meals"
        all="All bands"
        value={asked.fsmBand ?? ''}
        choices={choicesOf(FSM_BAND_WORDS)}
        onChange={set('fsmBand')}
      />
    </FilterGroup>
  );
}
