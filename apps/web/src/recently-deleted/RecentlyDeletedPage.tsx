import { useGetList, useNotify, useRefresh } from 'react-admin';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useSearchParams } from 'react-router-dom';
import type { DeletedAction, DeletedContact } from '@tracker/contract';
import { BIN_DAYS, formatDay, londonDayOf } from '@tracker/domain';
import { CONTACT_ROLE_WORDS, NOT_ASSIGNED } from '../fields/words';
import { PageHeading } from '../layout/PageHeading';
import { Section } from '../layout/Section';
import { useMayWrite } from '../providers/use-signed-in-user';
import { type Restorable, useRestore } from './use-restore';

/** What was deleted in the last weeks and can be brought back. */
export default function RecentlyDeletedPage() {
  const [params] = useSearchParams();
  const schoolId = params.get('schoolId');
  const filter = schoolId ? { schoolId } : {};
  return (
    <>
      <PageHeading title="Recently deleted">
        <Typography sx={{ mt: 0.5 }}>
          Deleted contacts and actions can be brought back for {BIN_DAYS} days.
        </Typography>
      </PageHeading>
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Bin<DeletedContact>
          resource="contacts"
          title="Contacts"
          filter={filter}
          words={({ name, role }) => [name, CONTACT_ROLE_WORDS[role]]}
        />
        <Bin<DeletedAction>
          resource="follow-up-actions"
          title="Actions"
          filter={filter}
          words={({ title, ownerName }) => [title, ownerName ?? NOT_ASSIGNED]}
        />
      </Box>
    </>
  );
}

interface BinProps<R> {
  resource: Restorable;
  title: string;
  filter: object;
  words: (record: R) => [name: string, more: string];
}

function Bin<R extends DeletedContact | DeletedAction>(props: BinProps<R>) {
  const { resource, title, filter, words } = props;
  const { data, error, isPending } = useGetList<R>(`${resource}/bin`, {
    filter,
    pagination: { page: 1, perPage: 200 },
    sort: { field: 'deletedAt', order: 'DESC' },
  });
  return (
    <Section title={title}>
      {!data?.length && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {error ? 'The list could not be loaded.' : isPending ? 'Loading…' : 'None.'}
        </Typography>
      )}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {data?.map((record) => (
          <Deleted key={record.id} resource={resource} record={record} words={words(record)} />
        ))}
      </Box>
    </Section>
  );
}

interface DeletedProps {
  resource: Restorable;
  record: DeletedContact | DeletedAction;
  words: [name: string, more: string];
}

function Deleted({ resource, record, words: [name, more] }: DeletedProps) {
  const mayWrite = useMayWrite(record.regionId);
  const restore = useRestore();
  const notify = useNotify();
  const refresh = useRefresh();
  const on = londonDayOf(record.deletedAt);
  const bringBack = async () => {
    if (!(await restore(resource, record.id))) return;
    notify(`${name} is back.`, { type: 'success' });
    refresh();
  };
  return (
    <Box
      component="li"
      sx={{
        ...{ display: 'flex', flexWrap: 'wrap', gap: 1, py: 1, alignItems: 'center' },
        ...{ borderBottom: 1, borderColor: 'divider', '&:last-child': { borderBottom: 0 } },
      }}
    >
      <Box sx={{ flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
        <Typography sx={{ fontWeight: 650 }}>{name}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {record.schoolName} · {more}
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {`Deleted${on ? ` on ${formatDay(on)}` : ''}${record.deletedByName ? ` by ${record.deletedByName}` : ''}, gone for good on ${formatDay(record.leavesOn)}`}
        </Typography>
      </Box>
      {mayWrite && (
        <Button
          size="small"
          variant="outlined"
          aria-label={`Restore ${name}`}
          onClick={() => void bringBack()}
        >
          Restore
        </Button>
      )}
    </Box>
  );
}
