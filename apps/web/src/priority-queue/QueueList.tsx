import { ColumnsButton } from 'react-admin';
import type { QueueEntry, SignedInUser } from '@tracker/contract';
import { NoSchoolsYet } from '../layout/NoSchoolsYet';
import { useNarrow } from '../layout/use-narrow';
import { ListFrame } from '../fields/ListFrame';
import { ownRegionsFilter } from '../fields/own-regions';
import { ExportButton } from '../fields/ExportButton';
import { useFacets } from '../fields/use-facets';
import { Waiting } from '../layout/Waiting';
import { useSignedInUser } from '../providers/use-signed-in-user';
import { QueueCards } from './QueueCards';
import { QUEUE_FILTER_WORDS } from './queue-filter-words';
import { queueFilters } from './queue-filters';
import { QueueSummary } from './QueueSummary';
import { QUEUE_COLUMNS, QueueTable } from './QueueTable';
import { RankAgainButton } from './RankAgainButton';
import { RankingNote } from './RankingNote';
import { useRanking } from './use-ranking';

/** A change is ranked again within seconds; the list looks again until it is. */
const RANKING_MS = 2000;

/** Which schools next, and why? */
export function QueueList() {
  const user = useSignedInUser();
  return user ? <Queue user={user} /> : <Waiting words="Loading the queue…" />;
}

function Queue({ user }: { user: SignedInUser }) {
  const narrow = useNarrow();
  const facets = useFacets();
  const ranking = useRanking();
  return (
    <ListFrame<QueueEntry>
      resource="priority-queue"
      counted={{ one: 'school' }}
      title="Priority queue"
      summary={<QueueSummary />}
      primary={<RankAgainButton ranking={ranking} />}
      presets={<RankingNote ranking={ranking} />}
      filters={{ inputs: queueFilters(facets, narrow), words: QUEUE_FILTER_WORDS }}
      filterDefaultValues={ownRegionsFilter(user)}
      sort={{ field: 'rank', order: 'ASC' }}
      empty={<NoSchoolsYet title="Priority queue" />}
      actions={
        <>
          {!narrow && <ColumnsButton />}
          <ExportButton
            list="priority-queue"
            one="school"
            table={narrow ? undefined : QUEUE_COLUMNS}
          />
        </>
      }
      queryOptions={{
        refetchInterval: ({ state }) =>
          state.data?.data.some(({ stale }) => stale) ? RANKING_MS : false,
      }}
    >
      {narrow ? <QueueCards user={user} /> : <QueueTable user={user} />}
    </ListFrame>
  );
}
