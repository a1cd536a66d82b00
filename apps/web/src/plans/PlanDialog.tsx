import { useState } from 'react';
import { useNotify, useRefresh } from 'react-admin';
import type { MusicDevelopmentPlan } from '@tracker/contract';
import { planYearsInWords } from '@tracker/domain';
import { useSaveWithConflicts } from '../conflicts/use-conflicts';
import { DayInput } from '../fields/DayInput';
import { FormDialog } from '../fields/FormDialog';
import { call } from '../providers/call';
import { keyByBody } from '../providers/idempotency';
import { today } from '../providers/today';
import { useAsOpened } from '../providers/use-as-opened';
import { type PlanForm, PlanInputs, planOf, suggestedPlan } from './PlanInputs';

interface Values extends PlanForm {
  knownOn: string;
}

const FIELDS = [
  { name: 'address', label: 'Address of the plan' },
  { name: 'firstYear', label: 'Covers the academic year' },
  { name: 'lastYear', label: 'Up to' },
  { name: 'knownOn', label: 'Day it was seen' },
];

const formOf = ({ academicYears, address, knownOn }: MusicDevelopmentPlan): Values => ({
  address: address ?? '',
  firstYear: academicYears[0] ?? '',
  lastYear: academicYears.at(-1) ?? '',
  knownOn,
});

interface PlanDialogProps {
  schoolId: string;
  /** Null to record one. */
  plan: MusicDevelopmentPlan | null;
  onClose: () => void;
}

/** Records a plan that somebody has seen, or puts one right. */
export default function PlanDialog({ schoolId, plan: present, onClose }: PlanDialogProps) {
  const plan = useAsOpened(present);
  const saveWithConflicts = useSaveWithConflicts();
  const [keyOf] = useState(keyByBody);
  const notify = useNotify();
  const refresh = useRefresh();
  const original = plan ? formOf(plan) : { ...suggestedPlan(null), knownOn: today() };
  const bodyOf = (form: Values) => ({ ...planOf(form), knownOn: form.knownOn || today() });
  const save = async (form: Values) => {
    const added = { schoolId, ...bodyOf(form) };
    const saved = plan
      ? await saveWithConflicts({
          title: `Plan for ${planYearsInWords(plan.academicYears)}`,
          fields: FIELDS,
          values: form,
          original: { ...original },
          inseparable: [['firstYear', 'lastYear']],
          version: plan.version,
          read: (current) => ({ ...formOf(current as unknown as MusicDevelopmentPlan) }),
          save: (values, version) =>
            call('PUT /api/music-development-plans/{id}', {
              ...{ id: plan.id, body: { ...bodyOf(values), version } },
            }),
        })
      : await call('POST /api/music-development-plans', {
          ...{ body: added, idempotencyKey: keyOf(added) },
        });
    if (saved === false) return false;
    notify('Plan saved.', { type: 'success' });
    refresh();
    return true;
  };
  return (
    <FormDialog<Values>
      title={plan ? 'Change the plan' : 'Record a plan'}
      submitWords="Save"
      defaultValues={original}
      onSubmit={save}
      onClose={onClose}
    >
      <PlanInputs needsAddress={false} />
      <DayInput
        source="knownOn"
        label="Day it was seen"
        required
        check={(day) => (day > today() ? 'This day lies ahead.' : undefined)}
      />
    </FormDialog>
  );
}
