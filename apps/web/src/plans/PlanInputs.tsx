import { required, SelectInput, TextInput } from 'react-admin';
import { useWatch } from 'react-hook-form';
import Box from '@mui/material/Box';
import {
  academicYearOf,
  addAcademicYears,
  checkPlanAddress,
  LIMITS,
  likelyPlanYear,
  planYearsProblem,
  yearsFromTo,
} from '@tracker/domain';
import { today } from '../providers/today';

/** A plan as a form holds it. */
export interface PlanForm {
  address: string;
  firstYear: string;
  lastYear: string;
}

export const suggestedPlan = (address: string | null): PlanForm => {
  const year = likelyPlanYear(today());
  return { address: address ?? '', firstYear: year, lastYear: year };
};

/** As the API takes it; a last year before the first is left for `planYearsProblem` to name. */
export const planOf = ({ address, firstYear, lastYear }: PlanForm) => ({
  academicYears: lastYear > firstYear ? yearsFromTo(firstYear, lastYear) : [firstYear],
  address: address.trim() || null,
});

const YEARS_BACK = 6;

/** The years that can be chosen, and those of a plan that is older. */
const choices = (...others: string[]) => {
  const now = academicYearOf(today());
  const last = addAcademicYears(now, LIMITS.plan.yearsAhead);
  const years = [...yearsFromTo(addAcademicYears(now, -YEARS_BACK), last), ...others];
  return [...new Set(years)]
    .sort()
    .reverse()
    .map((id) => ({ id, name: id }));
};

const anAddress = (needed: boolean) => (value: unknown) => {
  if (typeof value !== 'string' || value.trim() === '') {
    return needed ? 'Give the address of the plan.' : undefined;
  }
  return checkPlanAddress(value).problem ?? undefined;
};

/** Where the plan is and which academic years it covers. */
export function PlanInputs({ needsAddress }: { needsAddress: boolean }) {
  const firstYear = String(useWatch({ name: 'firstYear' }) ?? '');
  const lastYear = String(useWatch({ name: 'lastYear' }) ?? '');
  const problem = () =>
    lastYear < firstYear
      ? 'The last year comes before the first.'
      : (planYearsProblem(yearsFromTo(firstYear, lastYear), today()) ?? undefined);
  return (
    <>
      <TextInput
        source="address"
        label="Address of the plan"
        type="url"
        validate={anAddress(needsAddress)}
        helperText={
          needsAddress ? 'Copy it from the page you opened' : 'Leave it empty if you do not know it'
        }
        slotProps={{ htmlInput: { maxLength: LIMITS.plan.address + 100 } }}
      />
      <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { sm: '1fr 1fr' } }}>
        <SelectInput
          source="firstYear"
          label="Covers the academic year"
          choices={choices(firstYear)}
          validate={required()}
          helperText={false}
        />
        <SelectInput
          source="lastYear"
          label="Up to"
          choices={choices(lastYear)}
          validate={[required(), problem]}
          helperText="The same year if it covers only one"
        />
      </Box>
    </>
  );
}
