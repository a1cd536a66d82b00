import { useState } from 'react';
import {
  SelectInput,
  TextInput,
  useGetList,
  useInput,
  useWrappedSource,
  type SelectInputProps,
} from 'react-admin';
import { useFormContext } from 'react-hook-form';
import MuiTextField from '@mui/material/TextField';
import { NO_REGION, type SignedInUser, type User } from '@tracker/contract';
import { useSignedInUser } from '../providers/use-signed-in-user';
import { ownRegionsFilter } from './own-regions';
import { joined, split } from './several';
import { useRegions } from './RegionName';
import { NOT_ASSIGNED } from './words';

const NOBODY = { role: 'manager', regionIds: [] } as const satisfies Partial<SignedInUser>;

const WITHOUT_REGION = { id: NO_REGION, name: 'No region' };

type Choice = Omit<SelectInputProps, 'choices'>;

function useUsers(): User[] | undefined {
  const { data } = useGetList<User>('users', {
    pagination: { page: 1, perPage: 500 },
    sort: { field: 'name', order: 'ASC' },
  });
  return data;
}

/** Everybody who works with the tracker; nobody until they are known. */
export function useStaff(): User[] {
  return useUsers() ?? [];
}

interface StaffInputProps extends Choice {
  /** For a search in what has been: those who have left are offered, too. */
  everybody?: boolean;
  /** Only those who go to schools. */
  visitors?: boolean;
}

/** One of those who work with the tracker, for a visitor or an owner. */
export function StaffInput(props: StaffInputProps) {
  const users = useUsers();
  if (!users) return <NamesLoading {...props} />;
  return <StaffSelect users={users} {...props} />;
}

/** Takes its place in the form at once: a form of filters fills in those it knows, and does so once. */
function NamesLoading({ source = '', label }: Choice) {
  useInput({ source });
  const words = typeof label === 'string' ? label : undefined;
  return <MuiTextField label={words} value="Loading the names…" disabled />;
}

/** Whoever may no longer sign in is not offered, but stays where they stand already, and is shown so. */
function StaffSelect(given: StaffInputProps & { users: User[] }) {
  const { users, everybody, visitors, ...props } = given;
  const { getValues } = useFormContext();
  const source = useWrappedSource(props.source ?? '');
  const [first] = useState<unknown>(() => getValues(source));
  const choices = users
    .filter(
      ({ active, role, id }) =>
        everybody || id === first || (active && !(visitors && role === 'manager')),
    )
    .map(({ id, name, active }) => ({ id, name: active ? name : `${name} (disabled)` }));
  return (
    <SelectInput emptyText={NOT_ASSIGNED} translateChoice={false} choices={choices} {...props} />
  );
}

interface RegionInputProps extends Choice {
  /** Where there is nothing without a region. */
  alwaysInOne?: boolean;
}

/** A filter by region; somebody with several of their own can take them together. */
export function RegionInput({ alwaysInOne, ...props }: RegionInputProps) {
  const own = ownRegionsFilter(useSignedInUser() ?? NOBODY).regionId;
  const regions = useRegions();
  const together = Array.isArray(own) ? [{ id: joined(own), name: 'My regions' }] : [];
  return (
    <SelectInput
      emptyText="All regions"
      translateChoice={false}
      choices={[...together, ...regions, ...(alwaysInOne ? [] : [WITHOUT_REGION])]}
      format={joined}
      parse={split}
      {...props}
    />
  );
}

/** A time of day, `HH:MM`; the browser's own field, which every platform knows how to fill. */
export function TimeInput({ source, label = 'Time' }: { source: string; label?: string }) {
  return (
    <TextInput
      source={source}
      label={label}
      type="time"
      helperText="Optional"
      slotProps={{ inputLabel: { shrink: true } }}
    />
  );
}
