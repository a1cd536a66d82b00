import { lazy, Suspense, useState } from 'react';
import { useListContext } from 'react-admin';
import Button from '@mui/material/Button';
import { mayCall, type FollowUpAction, type SignedInUser } from '@tracker/contract';
import { useNarrow } from '../layout/use-narrow';
import { CardList } from '../fields/CardList';
import { ExportButton } from '../fields/ExportButton';
import { ListFrame } from '../fields/ListFrame';
import { Waiting } from '../layout/Waiting';
import { Link as RouterLink } from 'react-router-dom';
import { recentlyDeletedPath } from '../recently-deleted';
import { useSignedInUser } from '../providers/use-signed-in-user';
import { ActionBoard } from './ActionBoard';
import { ActionCard } from './ActionCard';
import { ACTION_FILTER_WORDS } from './action-filter-words';
import { actionFilters } from './action-filters';
import { ActionPresets } from './ActionPresets';
import { ActionTable } from './ActionTable';

const ActionDialog = lazy(() => import('./ActionDialog'));

const NONE = 'No action matches. Actions are agreed when a visit is logged, or added here.';

/** What is mine, what is late? */
export default function ActionList() {
  const user = useSignedInUser();
  return user ? <Actions user={user} /> : <Waiting words="Loading the actions…" />;
}

function Actions({ user }: { user: SignedInUser }) {
  const narrow = useNarrow();
  const own = user.role === 'regional' ? { ownerId: user.id } : {};
  return (
    <ListFrame<FollowUpAction>
      resource="follow-up-actions"
      counted={{ one: 'action', whole: ['view'] }}
      title="Actions"
      presets={<ActionPresets />}
      filters={{ inputs: actionFilters(narrow), words: ACTION_FILTER_WORDS }}
      filterDefaultValues={{ ...own, status: ['open', 'in_progress'] }}
      sort={{ field: 'dueOn', order: 'ASC' }}
      primary={mayCall(user, 'POST /api/follow-up-actions') && <AddButton />}
      actions={
        <>
          <Button component={RouterLink} to={recentlyDeletedPath()}>
            Recently deleted
          </Button>
          <ExportButton list="follow-up-actions" one="action" />
        </>
      }
    >
      <Rows narrow={narrow} />
    </ListFrame>
  );
}

function Rows({ narrow }: { narrow: boolean }) {
  const { filterValues } = useListContext<FollowUpAction>();
  if (filterValues.view === 'board') return <ActionBoard />;
  if (!narrow) return <ActionTable none={NONE} />;
  return <CardList<FollowUpAction> none={NONE} card={(action) => <ActionCard action={action} />} />;
}

function AddButton() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="contained" onClick={() => setOpen(true)}>
        Add an action
      </Button>
      <Suspense fallback={null}>{open && <ActionDialog onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
