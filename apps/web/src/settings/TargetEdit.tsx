import { useNotify } from 'react-admin';
import type { FieldValues } from 'react-hook-form';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Target } from '@tracker/contract';
import { useAsOpened } from '../providers/use-as-opened';
import { useSaveWithConflicts } from '../conflicts/use-conflicts';
import { errorsOf } from '../fields/FormDialog';
import { FormProblem } from '../fields/FormProblem';
import { GuardedForm } from '../unsaved/GuardedForm';
import { SubmitButton } from '../fields/SubmitButton';
import { Section } from '../layout/Section';
import { AimInput } from './AimInput';

import { flat, formOf, savedOf, targetFields, type TargetForm } from './target-form';
import { TargetRegions } from './TargetRegions';
import { call } from '../providers/call';

interface TargetEditProps {
  target: Target;
  onSaved: () => void;
}

export function TargetEdit({ target: present, onSaved }: TargetEditProps) {
  const target = useAsOpened(present);
  const { academicYear, version, regions } = target;
  const saveWithConflicts = useSaveWithConflicts();
  const notify = useNotify();
  const save = async (typed: FieldValues) => {
    try {
      const saved = await saveWithConflicts({
        title: `Target of ${academicYear}`,
        fields: targetFields(regions),
        values: flat(typed as TargetForm),
        original: flat(formOf(target)),
        version,
        read: (current) => flat(formOf(current as unknown as Target)),
        save: (fields, from) =>
          call('PUT /api/targets/{academicYear}', {
            academicYear,
            body: { ...savedOf(fields), version: from },
          }),
      });
      if (!saved) return undefined;
      notify(`Target of ${academicYear} saved.`, { type: 'success' });
      onSaved();
      return undefined;
    } catch (error) {
      return errorsOf(error);
    }
  };
  return (
    <GuardedForm onSubmit={save} defaultValues={formOf(target)}>
      <Section title={`Target of ${academicYear}`}>
        <FormProblem />
        {version === 0 && (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            Nothing is set for this year yet: it has the number of visits of the hub’s rules.
          </Typography>
        )}
        <Box
          sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { sm: '1fr 1fr' }, mb: 1.5 }}
        >
          <AimInput source="visits" label="Visits" />
          <AimInput source="surveys" label="Surveys submitted at visits" />
        </Box>
        <TargetRegions regions={regions} />
        <Box sx={{ mt: 2 }}>
          <SubmitButton words="Save the target" />
        </Box>
      </Section>
    </GuardedForm>
  );
}
