import { CheckboxGroupInput, required, SelectInput, TextInput } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { ROLES } from '@tracker/contract';
import { LIMITS } from '@tracker/domain';
import { useRegions } from '../fields/RegionName';
import { roleInWords } from '../fields/words';
import { writtenUpTo } from '../fields/written';

const ROLE_CHOICES = ROLES.map((id) => ({ id, name: roleInWords(id) }));

export function NameInput() {
  return (
    <TextInput
      source="name"
      label="Name"
      autoComplete="off"
      validate={writtenUpTo(LIMITS.user.name, 'Please give a name.')}
      helperText={false}
    />
  );
}

/** The role, and the regions of a member of a regional team. */
export function RoleInputs() {
  const regions = useRegions();
  const role: unknown = useWatch({ name: 'role' });
  return (
    <>
      <SelectInput
        source="role"
        label="Role"
        choices={ROLE_CHOICES}
        validate={required('Please choose a role.')}
        helperText={false}
      />
      {role === 'regional' && (
        <CheckboxGroupInput
          source="regionIds"
          label="Regions"
          choices={regions}
          translateChoice={false}
          row={false}
          helperText="They may change visits, contacts and notes of schools in these regions"
        />
      )}
    </>
  );
}
