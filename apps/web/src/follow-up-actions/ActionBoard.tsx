import { useCallback, useEffect, useRef, useState } from 'react';
import { useGetList, useListContext } from 'react-admin';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import CardContent from '@mui/material/CardContent';
import Typography from '@mui/material/Typography';
import { plural } from '@tracker/domain';
import type { ActionStatus, FollowUpAction } from '@tracker/contract';
import { useDragToPlace } from '../fields/use-drag-to-place';
import { ACTION_STATUS_WORDS } from '../fields/words';
import { Failure } from '../layout/Failure';
import { Section } from '../layout/Section';
import { useMayChangeAction } from '../providers/use-signed-in-user';
import { ActionCard } from './ActionCard';
import { useActionStatus } from './use-action-status';

const COLUMN = 25;
const STATUSES = Object.keys(ACTION_STATUS_WORDS) as ActionStatus[];

/**
 * The same filters, one column for each state; what was closed last stands first. A card is dragged to
 * another column, or moved by its own buttons.
 */
export function ActionBoard() {
  const { filterValues } = useListContext<FollowUpAction>();
  const chosen = ([filterValues.status ?? STATUSES].flat() as ActionStatus[]).filter(Boolean);
  const change = useActionStatus();
  const shown = useRef(new Map<string, FollowUpAction>());
  const onShown = useCallback(
    (actions: FollowUpAction[]) =>
      actions.forEach((action) => shown.current.set(action.id, action)),
    [],
  );
  const [underWay, setUnderWay] = useState<string | null>(null);
  const onDrop = async (id: string, status: ActionStatus) => {
    const action = shown.current.get(id);
    if (!action) return;
    setUnderWay(id);
    await change(action, status);
    setUnderWay(null);
  };
  const { over, handlers } = useDragToPlace<ActionStatus>(
    { what: 'action', where: 'status' },
    (id, status) => void onDrop(id, status),
  );
  return (
    <Box
      {...handlers}
      sx={{
        display: 'grid',
        gap: 2,
        p: { md: 2 },
        alignItems: 'stretch',
        gridTemplateColumns: { md: `repeat(${chosen.length}, minmax(0, 1fr))` },
      }}
    >
      {chosen.map((status) => (
        <Box key={status} data-status={status} sx={[COLUMN_LOOK, over === status && TAKES]}>
          <Column status={status} underWay={underWay} onShown={onShown} />
        </Box>
      ))}
    </Box>
  );
}

const COLUMN_LOOK = { borderRadius: 1.5, minWidth: 0 } as const;
/** Would take what is dragged. */
const TAKES = { outline: 2, outlineStyle: 'dashed', outlineColor: 'primary.main' } as const;

interface ColumnProps {
  status: ActionStatus;
  /** The card that is being moved. */
  underWay: string | null;
  /** Told of the actions it shows. */
  onShown: (actions: FollowUpAction[]) => void;
}

function Column({ status, underWay, onShown }: ColumnProps) {
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
  useEffect(() => onShown(data ?? []), [data, onShown]);
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
          <BoardCard key={action.id} action={action} underWay={action.id === underWay} />
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

function BoardCard({ action, underWay }: { action: FollowUpAction; underWay: boolean }) {
  const movable = useMayChangeAction(action);
  return (
    <Card
      component="li"
      variant="outlined"
      data-action={action.id}
      draggable={movable}
      aria-busy={underWay}
      sx={{ cursor: movable ? 'grab' : undefined, opacity: underWay ? 0.6 : 1 }}
    >
      <CardContent sx={{ p: 1.5, '&:last-child': { pb: 1.5 } }}>
        <ActionCard action={action} withStatus={false} />
      </CardContent>
    </Card>
  );
}
