import { useState } from 'react';
import { BooleanInput, CheckboxGroupInput, useNotify } from 'react-admin';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type MonthlyDigest, ROLE_WORDS } from '@tracker/contract';
import { useSaveWithConflicts } from '../conflicts/use-conflicts';
import { FactList } from '../fields/FactList';
import { FormDialog } from '../fields/FormDialog';
import { useStaff } from '../fields/inputs';
import { Failure } from '../layout/Failure';
import { Section } from '../layout/Section';
import { Waiting } from '../layout/Waiting';
import { DIGEST } from './report-keys';
import { call } from '../providers/call';

/** Who gets last month's figures by mail. */
export function DigestPart({ mayChange }: { mayChange: boolean }) {
  const [open, setOpen] = useState(false);
  const staff = useStaff();
  const { data, error, refetch } = useQuery({
    queryKey: DIGEST,
    queryFn: ({ signal }) => call('GET /api/monthly-digest', { signal }),
  });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting words="Loading who gets the email…" />;
  const nameOf = (id: string) => staff.find((user) => user.id === id)?.name ?? '…';
  return (
    <Section
      title="Monthly email"
      action={mayChange && <Button onClick={() => setOpen(true)}>Change</Button>}
    >
      <Typography sx={{ mb: 2 }}>
        On the first of each month the figures of the month before go out as a plain email: visits,
        surveys, coverage, and whether the year is on its pace.
      </Typography>
      <FactList
        facts={[
          ['Sent', data.on ? 'Yes' : 'No'],
          ['To', data.userIds.length === 0 ? 'No one yet' : data.userIds.map(nameOf).join(', ')],
        ]}
      />
      {open && <DigestDialog present={data} onClose={() => setOpen(false)} />}
    </Section>
  );
}

type Values = Pick<MonthlyDigest, 'on' | 'userIds'>;

function DigestDialog({ present, onClose }: { present: MonthlyDigest; onClose: () => void }) {
  const staff = useStaff();
  const saveWithConflicts = useSaveWithConflicts();
  const notify = useNotify();
  const queries = useQueryClient();
  const first: Values = { on: present.on, userIds: present.userIds };
  const nameOf = (id: string) => staff.find((user) => user.id === id)?.name ?? id;
  const save = async ({ on, userIds }: Values) => {
    const saved = await saveWithConflicts({
      title: 'Monthly email',
      fields: [
        { name: 'on', label: 'Sent' },
        {
          name: 'userIds',
          label: 'To',
          inWords: (ids: unknown) => (ids as string[]).map(nameOf).join(', '),
        },
      ],
      values: { on, userIds: userIds ?? [] },
      original: { ...first },
      version: present.version,
      save: (wanted, version) =>
        call('PUT /api/monthly-digest', { body: { ...(wanted as unknown as Values), version } }),
    });
    if (saved === false) return false;
    notify('Saved.', { type: 'success' });
    await queries.invalidateQueries({ queryKey: DIGEST });
    return true;
  };
  return (
    <FormDialog<Values>
      title="Monthly email"
      submitWords="Save"
      defaultValues={first}
      onSubmit={save}
      onClose={onClose}
    >
      <BooleanInput source="on" label="Send it on the first of each month" helperText={false} />
      <CheckboxGroupInput
        source="userIds"
        label="To"
        choices={staff
          .filter(({ active, id }) => active || present.userIds.includes(id))
          .map(({ id, name, role }) => ({ id, name: `${name}, ${ROLE_WORDS[role]}` }))}
        translateChoice={false}
        row={false}
        helperText={false}
      />
    </FormDialog>
  );
}
