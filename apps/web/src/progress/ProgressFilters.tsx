import { useEffect, useState } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { academicYearOf, exampleDays, isDay } from '@tracker/domain';
import type { Progress } from '@tracker/contract';
import { Choice } from '../fields/Choice';
import { DayField } from '../fields/DayField';
import { FilterGroup } from '../fields/FilterGroup';
import { useRegions } from '../fields/RegionName';
import { namedChoices } from '../fields/use-facets';
import { today } from '../providers/today';
import type { ProgressAddress } from './paths';
import { useYears } from './use-years';

interface ProgressFiltersProps {
  address: ProgressAddress;
  /** What is shown at present, where the address leaves something open. */
  shown: Progress | undefined;
  onChange: (change: ProgressAddress) => void;
}

/** Which year, which region, and as of which day; kept in the address bar. */
export function ProgressFilters({ address, shown, onChange }: ProgressFiltersProps) {
  const years = useYears();
  const regions = useRegions();
  const year = address.academicYear ?? shown?.academicYear ?? academicYearOf(today());
  const known = years.includes(year) ? years : [year, ...years];
  return (
    <FilterGroup>
      <Choice
        label="Academic year"
        value={year}
        choices={namedChoices(known)}
        // A day of one year says little of another.
        onChange={(academicYear) => onChange({ academicYear, asOf: undefined })}
      />
      <Choice
        label="Region"
        all="The whole hub"
        value={address.regionId ?? ''}
        choices={regions}
        onChange={(regionId) => onChange({ regionId: regionId || undefined })}
      />
      <AsOf
        asOf={address.asOf}
        counted={shown?.asOf ?? today()}
        onChange={(asOf) => onChange({ asOf })}
      />
    </FilterGroup>
  );
}

interface AsOfProps {
  /** Asked for; undefined for today, or for the last day of a year that is over. */
  asOf: string | undefined;
  /** The day that what is shown is counted as of. */
  counted: string;
  onChange: (asOf: string | undefined) => void;
}

/** Long enough to type on: `1/1/20` is a day, and so is `1/1/2024`. */
const PAUSE_MS = 900;

/** The day is asked for once it is a day and nobody types on; what lies ahead cannot be counted yet. */
function AsOf({ asOf, counted, onChange }: AsOfProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = asOf ?? counted;
  const fault = typed === null ? null : faultOf(typed);
  const take = () => {
    if (typed === null || fault !== null) return;
    setTyped(null);
    if (typed !== shown) onChange(typed === today() ? undefined : typed);
  };
  useEffect(() => {
    const timer = setTimeout(take, PAUSE_MS);
    return () => clearTimeout(timer);
  });
  return (
    <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 1 }}>
      <DayField
        label="As of"
        value={typed ?? shown}
        onChange={setTyped}
        onBlur={take}
        onKeyDown={({ key }) => key === 'Enter' && take()}
        error={fault !== null}
        helperText={fault ?? ' '}
        sx={{ width: { xs: 'auto', sm: 210 }, my: 0 }}
      />
      {asOf && (
        <Button variant="outlined" onClick={() => onChange(undefined)} sx={{ mt: 0.25 }}>
          The latest
        </Button>
      )}
    </Box>
  );
}

function faultOf(typed: string): string | null {
  if (!isDay(typed)) return `Write a date like ${exampleDays(today())}.`;
  return typed > today() ? 'The day must not lie ahead of today.' : null;
}
