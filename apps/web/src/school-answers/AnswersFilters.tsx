import type { SurveySummary, SurveySummaryQuery } from '@tracker/contract';
import { academicYearOf } from '@tracker/domain';
import { Choice } from '../fields/Choice';
import { FilterGroup } from '../fields/FilterGroup';
import { SchoolGroupChoices } from '../fields/SchoolGroupChoices';
import { namedChoices } from '../fields/use-facets';
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
      <SchoolGroupChoices asked={asked} onChange={onChange} />
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
