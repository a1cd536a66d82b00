import type { SurveySummary, SurveySummaryQuery } from '@tracker/contract';
import { academicYearOf } from '@tracker/domain';
import { Choice } from '../fields/Choice';
import { FilterGroup } from '../fields/FilterGroup';
import { useRegions } from '../fields/RegionName';
import { namedChoices, useFacets } from '../fields/use-facets';
import { choicesOf, FSM_BAND_WORDS } from '../fields/words';
import { useYears } from '../progress/use-years';
import { today } from '../providers/today';

interface AnswersFiltersProps {
  asked: SurveySummaryQuery;
  /** What is shown at present, where the address leaves something open. */
  shown: SurveySummary | undefined;
  onChange: (change: SurveySummaryQuery) => void;
}

/** Which year beside which, and whose answers; kept in the address bar. */
export function AnswersFilters({ asked, shown, onChange }: AnswersFiltersProps) {
  const years = useYears();
  const regions = useRegions();
  const { phases } = useFacets();
  const year = asked.academicYear ?? shown?.academicYear ?? academicYearOf(today());
  const known = years.includes(year) ? years : [year, ...years];
  const others = known.filter((other) => other !== year);
  const surveys = shown?.surveys ?? [];
  const set = (name: keyof SurveySummaryQuery) => (value: string) =>
    onChange({ [name]: value || undefined });
  return (
    <FilterGroup>
      <Choice
        label="Academic year"
        value={year}
        choices={namedChoices(known)}
        onChange={(academicYear) =>
          onChange({
            academicYear,
            compareWith: asked.compareWith === academicYear ? undefined : asked.compareWith,
            surveyId: undefined,
          })
        }
      />
      <Choice
        label="Compare with"
        all="No other year"
        value={asked.compareWith ?? ''}
        choices={namedChoices(others)}
        onChange={set('compareWith')}
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
      {surveys.length > 1 && (
        <Choice
          label="Survey"
          value={shown?.survey?.surveyId ?? ''}
          choices={surveys.map(({ surveyId, title }) => ({ id: surveyId, name: title }))}
          onChange={set('surveyId')}
        />
      )}
    </FilterGroup>
  );
}
