import { useGetList, useListContext } from 'react-admin';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import CardContent from '@mui/material/CardContent';
import Typography from '@mui/material/Typography';
import { plural } from '@tracker/domain';
import type { ActionStatus, FollowUpAction } from '@tracker/contract';
import { ACTION_STATUS_WORDS } from '../fields/words';
import { Failure } from '../layout/Failure';
import { Section } from '../layout/Section';
import { ActionCard } from './ActionCard';

const COLUMN = 25;
const STATUSES = Object.keys(ACTION_STATUS_WORDS) as ActionStatus[];

/** The same filters, one column for each state; what was closed last stands first. */
export function ActionBoard() {
  const { filterValues } = useListContext<FollowUpAction>();
  const chosen = ([filterValues.status ?? STATUSES].flat() as ActionStatus[]).filter(Boolean);
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        p: { md: 2 },
        alignItems: 'start',
        gridTemplateColumns: { md: `repeat(${chosen.length}, minmax(0, 1fr))` },
      }}
    >
      {chosen.map((status) => (
        <Column key={status} status={status} />
      ))}
    </Box>
  );
}

function Column({ status }: { status: ActionStatus }) {
  const { filterValues, displayedFilters, setFilters } = useListContext<FollowUpAction>();
  const closed = status === 'done' || status === 'dropped';
  const { data, total, error, isPending, refetch } = useGetList<FollowUpAction>(
    'follow-up-actions',
    {
      filter: { ...filterValues, status },
      pagination: { page: 1, perPage: COLUMN },
      sort: closed ? { field: 'closedAt', order: 'DESC' } : { field: 'dueOn', order: 'ASC' },
    },
  );
  const words = ACTION_STATUS_WORDS[status];
  return (
    <Section title={total === undefined ? words : `${words} (${total})`}>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data?.length && !error && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {isPending ? 'Loading the actions…' : 'None.'}
        </Typography>
      )}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
        {data?.map((action) => (
          <Card key={action.id} component="li" variant="outlined">
            <CardContent sx={{ p: 1.5, '&:last-child': { pb: 1.5 } }}>
              <ActionCard action={action} withStatus={false} />
            </CardContent>
          </Card>
        ))}
      </Box>
      {data && total !== undefined && total > data.length && (
        <Button
          size="small"
          sx={{ mt: 1 }}
          onClick={() =>
            setFilters({ ...filterValues, status: [status], view: undefined }, displayedFilters)
          }
        >
          {plural(total - data.length, 'more action')} in the list
        </Button>
      )}
    </Section>
  );
}
