import { AutocompleteArrayInput, BooleanInput, NumberInput, TextInput } from 'react-admin';
import { useFormContext, useWatch } from 'react-hook-form';
import type { VisitPlan, VisitPlanReadiness } from '@tracker/contract';
import { LIMITS, SCHOOL_PHASES } from '@tracker/domain';
import { DayInput } from '../fields/DayInput';
import { FormDialog } from '../fields/FormDialog';
import { PlainChoice, Ticks } from '../fields/plain-inputs';
import { useRegions } from '../fields/RegionName';
import { namedChoices } from '../fields/use-facets';
import { upTo, writtenUpTo } from '../fields/written';
import { today } from '../providers/today';
import { useMakePlan } from './use-make-plan';
import { NO_WHAT_IF, settingsOf, type WhatIfValues } from './what-if-form';

interface WhatIfDialogProps {
  readiness: VisitPlanReadiness;
  onStarted: (plan: VisitPlan) => void;
  onClose: () => void;
}

/** Has a plan made of something that is not so, to be laid beside the year's. */
export default function WhatIfDialog({ readiness, onStarted, onClose }: WhatIfDialogProps) {
  const make = useMakePlan(onStarted);
  const regions = useRegions();
  const { academicYear } = readiness;
  const submit = async (values: WhatIfValues) => {
    const settings = settingsOf(values, regions.length);
    if (Object.keys(settings).length === 0) throw new Error('Suppose at least one thing.');
    const name = values.name.trim();
    await make({ academicYear, whatIf: true, settings, ...(name && { name }) });
  };
  return (
    <FormDialog<WhatIfValues>
      title="What if…"
      consequence="A plan is made as if this were so and laid beside the plan of the year. Nothing changes until you use it."
      submitWords="Try it out"
      busyWords="Asking for a plan…"
      defaultValues={{ ...NO_WHAT_IF, withoutFrom: today() }}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        source="name"
        label="Name"
        helperText="Optional. Such as: without Bethan"
        validate={upTo(LIMITS.visitPlan.name)}
      />
      <NumberInput
        source="wanted"
        label="Visits in the year, held and booked ones too"
        helperText={`Left empty: ${readiness.bookingsNeeded.toLocaleString('en-GB')} more bookings`}
        min={0}
        validate={wholeFrom0}
      />
      <NumberInput
        source="cancelPercent"
        label="Percent of bookings that fall through"
        helperText={`Left empty: ${Math.round(readiness.cancelShare * 100)}`}
        min={0}
        max={99}
        validate={percent}
      />
      <Supposed readiness={readiness} />
      <BooleanInput source="onePerDay" label="One visit a day for everybody" helperText={false} />
      <BooleanInput source="moreDays" label="More days without visits" helperText={false} />
      <MoreDays />
    </FormDialog>
  );
}

const wholeFrom0 = (value: unknown) =>
  typeof value === 'number' && !(Number.isInteger(value) && value >= 0)
    ? 'Write a whole number from 0.'
    : undefined;

const percent = (value: unknown) =>
  typeof value === 'number' && !(value >= 0 && value < 100)
    ? 'Write a number from 0 to 99.'
    : undefined;

function Supposed({ readiness }: Pick<WhatIfDialogProps, 'readiness'>) {
  const { setValue } = useFormContext<WhatIfValues>();
  const { withoutId = '', regionIds = [] } = useWatch<WhatIfValues>();
  const regions = useRegions();
  return (
    <>
      <PlainChoice
        name="withoutId"
        label="Without a visitor"
        nothing="Everybody visits"
        value={withoutId}
        choices={readiness.visitors.map(({ userId, name }) => ({ id: userId, name }))}
        onChange={(chosen) => setValue('withoutId', chosen, { shouldDirty: true })}
        sx={{ mb: 2 }}
      />
      {withoutId !== '' && <DayInput source="withoutFrom" label="From" required />}
      <Ticks
        legend="Only some regions"
        name="regionIds"
        choices={regions}
        chosen={regionIds}
        onChange={(chosen) => setValue('regionIds', chosen, { shouldDirty: true })}
      />
    </>
  );
}

function MoreDays() {
  const { moreDays = false } = useWatch<WhatIfValues>();
  if (!moreDays) return null;
  return (
    <>
      <TextInput
        source="daysWords"
        label="Name of the days"
        helperText="Such as: county music festival"
        validate={writtenUpTo(LIMITS.planning.words, 'Please say what it is.')}
      />
      <DayInput source="daysFrom" label="First day" required />
      <DayInput source="daysTo" label="Last day" required />
      <AutocompleteArrayInput
        source="daysPhases"
        label="Phases"
        choices={namedChoices(SCHOOL_PHASES)}
        translateChoice={false}
        helperText="Empty for every phase"
      />
    </>
  );
}
