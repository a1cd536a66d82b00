import { useState } from 'react';
import { useGetList } from 'react-admin';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { AuditEntry, AuditFilter, HistoryFilter } from '@tracker/contract';
import { plural } from '@tracker/domain';
import { Failure } from '../layout/Failure';
import { Section } from '../layout/Section';
import { EntryText } from './EntryText';

const FEW = 5;
const MOST = 200;

type HistorySectionProps =
  | { filter: HistoryFilter }
  /** Of records whose history administrators alone may read. */
  | { resource: 'audit'; filter: AuditFilter };

/** Who changed what of a record, and when, the latest first. */
export function HistorySection(props: HistorySectionProps) {
  const { resource, filter } = { resource: 'history', ...props };
  const [all, setAll] = useState(false);
  const { data, total, error, isPending, refetch } = useGetList<AuditEntry>(resource, {
    filter,
    pagination: { page: 1, perPage: all ? MOST : FEW },
    sort: { field: 'at', order: 'DESC' },
  });
  const more = (total ?? 0) - (data?.length ?? 0);
  return (
    <Section title="History">
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {isPending && <Typography variant="body2">Loading the history…</Typography>}
      {data?.length === 0 && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          No change has been written down yet.
        </Typography>
      )}
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {data?.map((entry) => (
          <Box component="li" key={entry.id} sx={{ py: 0.75 }}>
            <EntryText entry={entry} />
          </Box>
        ))}
      </Box>
      {more > 0 && !all && (
        <Button onClick={() => setAll(true)}>Show {plural(more, 'earlier change')}</Button>
      )}
      {more > 0 && all && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          The {MOST} latest changes are shown; {plural(more, 'earlier one')} more on record.
        </Typography>
      )}
    </Section>
  );
}
