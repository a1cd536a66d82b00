import { BooleanInput, useDataProvider, useNotify, useRefresh } from 'react-admin';
import type { Role, User } from '@tracker/contract';
import { asItReads } from '../conflicts/conflict';
import { useAsOpened } from '../providers/use-as-opened';
import { useSaveWithConflicts } from '../conflicts/use-conflicts';
import { FormDialog } from '../fields/FormDialog';
import { useRegions } from '../fields/RegionName';
import { roleInWords } from '../fields/words';
import { HistorySection } from '../history/HistorySection';
import { NameInput, RoleInputs } from './UserInputs';

type Values = Pick<User, 'name' | 'role' | 'regionIds' | 'active'>;

/** Only a member of a regional team has any. */
const regionsOf = ({ role, regionIds }: Values) => (role === 'regional' ? (regionIds ?? []) : []);

/** Name, role, regions, and whether somebody may sign in at all. */
export function ChangeUserDialog({ user: present, onClose }: { user: User; onClose: () => void }) {
  const user = useAsOpened(present);
  const dataProvider = useDataProvider();
  const saveWithConflicts = useSaveWithConflicts();
  const regions = useRegions();
  const notify = useNotify();
  const refresh = useRefresh();
  const { name, role, regionIds, active } = user;
  const original: Values = { name, role, regionIds, active };
  const regionNames = (ids: unknown) =>
    regions.filter(({ id }) => Array.isArray(ids) && ids.includes(id)).map((each) => each.name);
  const save = async (values: Values) => {
    const saved = await saveWithConflicts({
      title: name,
      fields: [
        { name: 'name', label: 'Name' },
        { name: 'role', label: 'Role', inWords: (value) => roleInWords(value as Role) },
        {
          name: 'regionIds',
          label: 'Regions',
          inWords: (value) => asItReads(regionNames(value).join(', ')),
        },
        {
          name: 'active',
          label: 'May sign in',
          inWords: (value) => (value ? 'Yes' : 'No'),
        },
      ],
      values: {
        name: values.name,
        role: values.role,
        regionIds: regionsOf(values),
        active: values.active,
      },
      original: { ...original },
      version: user.version,
      save: (data, version) =>
        dataProvider.update<User>('users', {
          id: user.id,
          // The role may be the one and the regions the other person's.
          data: { ...data, regionIds: regionsOf(data), version },
          previousData: user,
        }),
    });
    if (saved === false) return false;
    notify(`${values.name} saved.`, { type: 'success' });
    refresh();
    return true;
  };
  return (
    <FormDialog<Values>
      title={`Change ${name}`}
      consequence="What you change holds at once, also where they are signed in already."
      submitWords="Save"
      defaultValues={original}
      onSubmit={save}
      onClose={onClose}
    >
      <NameInput />
      <RoleInputs />
      <BooleanInput
        source="active"
        label="May sign in"
        helperText="Without it all of their sessions end; what they wrote stays"
      />
      <HistorySection resource="audit" filter={{ aboutUser: user.id }} />
    </FormDialog>
  );
}
