import { DataTable } from 'react-admin';
import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router-dom';
import type { FollowUpAction } from '@tracker/contract';
import { columnsOf } from '../fields/Col';
import { DayText, Known } from '../fields/texts';
import { Empty } from '../layout/Empty';
import { schoolPath } from '../paths/school-paths';
import { ActionChips } from './ActionChips';
import { ActionCommands } from './ActionCommands';

const Col = columnsOf<'follow-up-actions'>();

export function ActionTable({ none }: { none: string }) {
  return (
    <DataTable<FollowUpAction>
      bulkActionButtons={false}
      rowClick={false}
      empty={<Empty title={none} />}
    >
      <Col source="title" label="What" render={({ title }: FollowUpAction) => <b>{title}</b>} />
      <Col
        source="schoolName"
        label="School"
        render={({ schoolId, schoolName }: FollowUpAction) => (
          <Link component={RouterLink} to={schoolPath(schoolId)}>
            {schoolName}
          </Link>
        )}
      />
      <Col
        source="ownerName"
        label="Owner"
        render={({ ownerName }: FollowUpAction) => <Known>{ownerName}</Known>}
      />
      <Col
        source="dueOn"
        label="Due"
        render={({ dueOn }: FollowUpAction) => <DayText day={dueOn} />}
      />
      <Col
        source="status"
        label="State"
        render={(action: FollowUpAction) => <ActionChips action={action} />}
      />
      <Col
        source="id"
        label="Change"
        disableSort
        render={(action: FollowUpAction) => <ActionCommands action={action} />}
      />
    </DataTable>
  );
}
