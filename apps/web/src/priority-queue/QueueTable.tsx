import { DataTable } from 'react-admin';
import { visuallyHidden } from '../layout/hidden';
import { mayWriteInRegion, type QueueEntry, type SignedInUser } from '@tracker/contract';
import { PLAN_STATE_LABELS, whyInShort } from '@tracker/domain';
import { columnsOf } from '../fields/Col';
import { SelectPage, SelectRow } from '../fields/selection';
import { RegionName } from '../fields/RegionName';
import { PlannedText, LastVisitText } from '../fields/texts';
import { StateChip } from '../fields/ToneChip';
import { schoolPath } from '../paths/school-paths';
import { QueueBulkActions } from './QueueBulkActions';
import { QueuePanel } from './QueuePanel';
import { QueueRowMenu } from './QueueRowMenu';
import { SchoolCell } from './SchoolCell';
import { ScoreButton } from './ScoreButton';

const Col = columnsOf<'priority-queue'>();

/** The queue on a wide screen. Its rows unfold by the button in the score, which the keyboard reaches. */
export function QueueTable({ user }: { user: SignedInUser }) {
  const selectable = ({ regionId }: QueueEntry) => mayWriteInRegion(user, regionId);
  return (
    <>
      {user.role !== 'manager' && <QueueBulkActions user={user} />}
      <DataTable<QueueEntry>
        rowClick={(_id, _resource, entry) => schoolPath((entry as QueueEntry).schoolId)}
        expand={QueuePanel}
        bulkActionButtons={false}
        hiddenColumns={QUEUE_COLUMNS.hidden}
        sx={TABLE}
      >
        {user.role !== 'manager' && (
          <Col
            label={<SelectPage selectable={selectable} />}
            padding="none"
            render={(entry: QueueEntry) => (
              <SelectRow id={entry.id} name={entry.name} disabled={!selectable(entry)} />
            )}
          />
        )}
        <Col source="rank" label="Rank" align="right" />
        <Col
          source="name"
          label="School"
          sx={{ minWidth: { xs: 160, lg: 190 } }}
          render={(entry: QueueEntry) => <SchoolCell entry={entry} />}
        />
        <Col
          source="regionId"
          label="Region"
          disableSort
          sx={WITH_ROOM}
          render={(entry: QueueEntry) => <RegionName regionId={entry.regionId} />}
        />
        <Col source="district" label="District" disableSort />
        <Col source="phase" label="Phase" disableSort />
        <Col
          source="state"
          label="State"
          render={(entry: QueueEntry) => <StateChip state={entry.state} />}
        />
        <Col
          source="lastVisitedOn"
          label="Last visit"
          sx={{ minWidth: { xs: 104, lg: 128 } }}
          render={(entry: QueueEntry) => <LastVisitText day={entry.lastVisitedOn} />}
        />
        <Col
          source="score"
          label="Score"
          align="right"
          sortByOrder="DESC"
          render={(entry: QueueEntry) => <ScoreButton entry={entry} />}
        />
        <Col
          source="why"
          label="Why"
          disableSort
          sx={{ ...WITH_ROOM, minWidth: 240, fontSize: '0.8125rem' }}
          render={(entry: QueueEntry) => whyInShort(entry)}
        />
        <Col
          source="planState"
          label="Plan"
          disableSort
          render={({ planState }: QueueEntry) => PLAN_STATE_LABELS[planState]}
        />
        <Col
          source="nextVisitOn"
          label="Next visit"
          sx={{ minWidth: { xs: 88, lg: 112 } }}
          render={(entry: QueueEntry) => <PlannedText of={entry} />}
        />
        <Col
          // A label that is no text keeps the column out of the choice of columns.
          label={<span style={visuallyHidden}>Actions</span>}
          padding="none"
          render={(entry: QueueEntry) => <QueueRowMenu entry={entry} />}
        />
      </DataTable>
    </>
  );
}

/** Its columns, and those that are there when somebody chooses them. */
export const QUEUE_COLUMNS = {
  columns: [
    'rank',
    'name',
    'regionId',
    'district',
    'phase',
    'state',
    'lastVisitedOn',
    'score',
    'why',
    'planState',
    'nextVisitOn',
  ],
  hidden: ['district', 'phase', 'planState'],
};

/** On a tablet the rest is in sight without it; the reasons unfold by the score. */
const WITH_ROOM = { display: { xs: 'none', lg: 'table-cell' } } as const;

const TABLE = {
  '& td': { verticalAlign: 'top', py: 1, px: 1 },
  '& th': { px: 1 },
  // react-admin's own arrow is hidden from the keyboard and from screen readers; see ScoreButton.
  '& .RaDataTable-expandHeader, & .RaDataTable-expandIconCell': { display: 'none' },
  '& .RaDataTable-expandRow > td': { borderBottom: 1, borderColor: 'divider' },
} as const;
